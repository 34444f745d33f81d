/** What the sentence about a wrong length may name. */
export interface LengthHint {
  /** How many digits were typed. */
  typed: number;
  /** How many are wanted, where that is one number. */
  wanted?: number;
}

/** Typed text made true, or refused; the error is the key of the sentence that says what right looks like. */
export type Parsed<Value, Error extends string> =
  { ok: true; value: Value } | { ok: false; error: Error; hint?: LengthHint };

export const accepted = <Value>(value: Value) => ({ ok: true, value }) as const;

export const refused = <Error extends string>(error: Error) => ({ ok: false, error }) as const;

export const refusedLength = <Error extends string>(error: Error, typed: number, wanted?: number) =>
  ({ ok: false, error, hint: wanted === undefined ? { typed } : { typed, wanted } }) as const;
