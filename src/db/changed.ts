/** What the database says of an update or a deletion. */
interface Affected {
  affected?: number | null | undefined;
}

/** Did it find the one row in the state that it names? A row in another state is left as it is. */
export const changedOne = ({ affected }: Affected): boolean => affected === 1;

/** How many rows it changed. */
export const changedCount = ({ affected }: Affected): number => affected ?? 0;
