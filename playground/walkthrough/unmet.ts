/** Something was to be seen that was not: how a way ends early. What led to it has been told by then. */
export class Unmet extends Error {
  constructor(
    readonly expected: string,
    readonly stood: string,
  ) {
    super(`expected ${expected}, found ${stood}`);
  }
}
