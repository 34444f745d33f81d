/** How long people waited, in milliseconds. */
export interface Waits {
  count: number;
  median: number;
  ninetyNine: number;
  most: number;
}

export function waitsOf(milliseconds: readonly number[]): Waits {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (part: number): number =>
    Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
  return { count: sorted.length, median: at(0.5), ninetyNine: at(0.99), most: at(1) };
}
