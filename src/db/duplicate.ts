/** Did the database refuse a row because its unique key is there already? */
export function isDuplicate(error: unknown): boolean {
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
