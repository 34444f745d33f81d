/** A call that the Bot API turns down; becomes `{ ok: false, error_code, description, parameters? }`. */
export class Refusal extends Error {
  constructor(
    /** The `error_code`, and the HTTP status. */
    readonly code: number,
    description: string,
    readonly parameters?: { retry_after: number },
  ) {
    super(description);
  }
}

export const badRequest = (description: string) => new Refusal(400, `Bad Request: ${description}`);
export const forbidden = (description: string) => new Refusal(403, `Forbidden: ${description}`);
export const conflict = (description: string) => new Refusal(409, `Conflict: ${description}`);
