import { readFileSync } from 'node:fs';
import type { DataSource, Logger } from 'typeorm';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import type { DatabaseKind } from '../support/databases.js';

/** Asks the database as anybody might. */
export type Sql = <Row>(text: string) => Promise<Row[]>;

/** A row of the outbox. */
export interface OldJob {
  id: number;
  kind: string;
  state: string;
  payload: string;
}

/** A row of the inbox. */
export interface OldEntry {
  id: number;
  payload: string;
}

/** Puts the rows there as the older program wrote them, schema and all. */
export async function load({ name }: DatabaseKind, url: string): Promise<void> {
  const settings = parseDatabaseUrl(url);
  if (!settings) throw new Error('not an address of a database');
  const text = readFileSync(new URL(`${name.toLowerCase()}.sql`, import.meta.url), 'utf8');
  const dataSource = await makeDataSource(settings).initialize();
  for (const statement of text.split(';\n')) if (statement !== '') await dataSource.query(statement);
  await dataSource.destroy();
}

/** What was given up or left in doubt. What is only nice to have is let go when it has grown stale, as it should be. */
export const failedIn = async (sql: Sql): Promise<object[]> => [
  ...(await sql<object>(
    "SELECT id, kind, fault FROM outbox WHERE state IN ('failed', 'doubt') AND kind NOT LIKE 'bot-nicety:%'",
  )),
  ...(await sql<object>("SELECT id, fault FROM inbox WHERE state = 'parked'")),
];

/** What is still to be done. */
export const waitingIn = async (sql: Sql): Promise<object[]> => [
  ...(await sql<object>("SELECT id, kind, tries FROM outbox WHERE state IN ('waiting', 'in-hand')")),
  ...(await sql<object>("SELECT id, source, tries FROM inbox WHERE state = 'waiting'")),
];

const states = new Set(['waiting', 'in-hand', 'done', 'failed', 'doubt', 'cancelled']);

/** Fills with the kinds of jobs that the program takes up: it names them all where it looks for those in lost hands. */
export function kindsTakenUp(dataSource: DataSource): ReadonlySet<string> {
  const kinds = new Set<string>();
  const logQuery = (query: string, parameters: unknown[] = []): void => {
    if (!/\boutbox\b.*\bkind\W+IN\b/s.test(query)) return;
    for (const one of parameters)
      if (typeof one === 'string' && /^[a-z-]+(:[a-z]+)?$/.test(one) && !states.has(one)) kinds.add(one);
  };
  dataSource.logger = { ...silent, logQuery };
  return kinds;
}

const nothing = (): void => undefined;

const silent: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

/** The token of the oldest open question about such an act in somebody's chat; about this list, where one is named. */
export async function tokenOf(
  sql: Sql,
  { kind, who, list }: { kind: string; who: string; list?: number },
): Promise<string> {
  const [row] = await sql<{ token: string }>(
    `SELECT q.token AS token FROM staff_questions q LEFT JOIN staff_approvals a ON a.id = q.approval_id
     WHERE q.state = 'open' AND q.chat_key LIKE '${who.replace(':', ':%:')}' AND (a.id IS NULL OR a.state = 'open')
       AND q.act LIKE '{"kind":"${kind}"${list === undefined ? '' : `,"runId":${list},`}%'
     ORDER BY q.expires_at, q.token`,
  );
  if (!row) throw new Error(`${who} is not asked about ${kind}`);
  return row.token;
}
