import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** A server whose name its certificate has to bear; `ca`: who vouches for it, in PEM, null: whoever this machine trusts. */
export interface DatabaseTls {
  ca: string | null;
}

export interface MysqlSettings {
  kind: 'mysql';
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** Null: in the clear. */
  tls: DatabaseTls | null;
}

/** Which database, taken from `DATABASE_URL`. */
export type DatabaseSettings = { kind: 'sqlite'; file: string } | MysqlSettings;

/** What an address leads to, or what is wrong with it, in words that quote nothing of it. */
export type DatabaseUrl = { ok: true; settings: DatabaseSettings } | { ok: false; fault: string };

/** `sqlite:./data/ramzyar.db`, `sqlite::memory:` or `mysql://user:pass@host:3306/name`, the last with `?ssl=on` or `?ca=<file>`. */
export function readDatabaseUrl(text: string): DatabaseUrl {
  try {
    return { ok: true, settings: text.startsWith('sqlite:') ? sqlite(text) : mysql(text) };
  } catch (error) {
    if (error instanceof UrlFault) return { ok: false, fault: error.message };
    throw error;
  }
}

/** The same, with null for whatever is wrong. */
export function parseDatabaseUrl(text: string): DatabaseSettings | null {
  const read = readDatabaseUrl(text);
  return read.ok ? read.settings : null;
}

class UrlFault extends Error {}

const shape = 'must be sqlite:<file> or mysql://user:password@host:3306/name';
const escaped = 'in user, password and name write @ : / ? # % as %40 %3A %2F %3F %23 %25';

function sqlite(text: string): DatabaseSettings {
  const file = text.slice('sqlite:'.length);
  if (!file) throw new UrlFault(shape);
  if (file.includes('?')) throw new UrlFault('takes no parameters behind sqlite:<file>');
  return { kind: 'sqlite', file };
}

function mysql(text: string): MysqlSettings {
  if (!text.startsWith('mysql://')) throw new UrlFault(shape);
  if (!URL.canParse(text)) throw new UrlFault(`cannot be read as an address; ${escaped}`);
  const url = new URL(text);
  const database = url.pathname.slice(1);
  if (url.hash !== '' || database.includes('/')) throw new UrlFault(`has a # or / too many; ${escaped}`);
  if (!url.hostname || !database) throw new UrlFault(shape);
  // An address has brackets around its colons, and a host has none.
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, '$1');
  return {
    kind: 'mysql',
    host,
    port: Number(url.port) || 3306,
    user: decoded(url.username),
    password: decoded(url.password),
    database: decoded(database),
    tls: tlsIn(url.searchParams, host),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new UrlFault(`has a % that begins nothing; ${escaped}`);
  }
}

const known = ['ssl', 'ca'];

function tlsIn(parameters: URLSearchParams, host: string): DatabaseTls | null {
  const names = [...parameters.keys()];
  if (names.some((name) => !known.includes(name)) || new Set(names).size < names.length)
    throw new UrlFault('has a parameter that is not known, or one twice: there are ssl and ca');
  const [ssl, file] = [parameters.get('ssl'), parameters.get('ca')];
  if (ssl !== null && ssl !== 'on' && ssl !== 'off') throw new UrlFault('must have ssl=on or ssl=off');
  if (ssl === 'off' && file !== null) throw new UrlFault('has ssl=off and a ca: take out one of them');
  if (ssl !== 'on' && file === null) return null;
  // The driver compares a certificate with names alone, and with "localhost" where it is given a number.
  if (isIP(host) !== 0)
    throw new UrlFault('must name the server as its certificate does, and not by its IP address, for TLS');
  return { ca: file === null ? null : certificatesIn(file) };
}

function certificatesIn(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    new X509Certificate(text);
    return text;
  } catch {
    throw new UrlFault('has a ca that cannot be read: it should be a file with certificates in PEM');
  }
}

/** Does it lead to this machine? */
export const isLocal = ({ host }: MysqlSettings): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
