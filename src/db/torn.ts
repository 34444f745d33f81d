/** Did the file itself fail, as on a full disk? A broken rule and a lock held by somebody else leave the connection whole. */
export function isTorn(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^SQLITE_(?!CONSTRAINT|BUSY)/.test(code);
}
