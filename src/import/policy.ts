/** What the house decides about lists. */
export interface ImportPolicy {
  /** So long no code goes to a number that a list has changed. */
  numberCoolOffMs: number;
}
