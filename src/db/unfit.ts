/** More than the server takes in at once. */
const packetTooLarge = 1153;
/** SQL's own classes: data exceptions, and rules of the schema that are broken. */
const aboutData = /^2[23]/;
const aboutDataInSqlite = /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/;

/**
 * Is it the row itself that cannot be written, now and ever? Not so when the disk is full, a connection breaks or
 * another transaction is in the way: those pass, and the row is good.
 */
export function isUnfit(error: unknown): boolean {
  const { code, errno, sqlState } = error as { code?: unknown; errno?: unknown; sqlState?: unknown };
  if (errno === packetTooLarge || aboutData.test(String(sqlState))) return true;
  if (typeof code === 'string') return aboutDataInSqlite.test(code);
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
