/** Which database, taken from `DATABASE_URL`. */
export type DatabaseSettings =
  | { kind: 'sqlite'; file: string }
  | { kind: 'mysql'; host: string; port: number; user: string; password: string; database: string };

/** `sqlite:./data/ramzyar.db`, `sqlite::memory:` or `mysql://user:pass@host:3306/name`; null when it is neither. */
export function parseDatabaseUrl(text: string): DatabaseSettings | null {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length);
    return file ? { kind: 'sqlite', file } : null;
  }
  if (!text.startsWith('mysql://') || !URL.canParse(text)) return null;
  const url = new URL(text);
  const database = url.pathname.slice(1);
  if (!url.hostname || !database) return null;
  return {
    kind: 'mysql',
    host: url.hostname,
    port: url.port ? Number(url.port) : 3306,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(database),
  };
}
