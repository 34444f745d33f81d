/**
 * The id of a message that has not been sent yet, as later calls may name it. It is the number of the row that will send
 * it, below zero, since the messengers' own ids are above.
 */
export type UnsentId = number & { readonly unsent: true };

export const unsentId = (row: number): UnsentId => -row as UnsentId;

/** The row that will send it, or has sent it. */
export const rowOf = (message: UnsentId): number => -Number(message);

export const isUnsent = (message: number): message is UnsentId => message < 0;
