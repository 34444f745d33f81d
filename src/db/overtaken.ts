/** Deadlock, lock wait too long, and a snapshot that another transaction has overtaken: the work may be run again. */
const worthRepeating = new Set([1213, 1205, 1020]);

/** Has the database given up the transaction in favour of another? Then nothing may be done in it any more. */
export function isOvertaken(error: unknown): boolean {
  const { errno } = error as { errno?: unknown };
  return typeof errno === 'number' && worthRepeating.has(errno);
}
