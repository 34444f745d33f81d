import type { Logger } from 'typeorm';
import type { App } from '../../src/app/app.js';
import type { Keyring, Purpose } from '../../src/keys/keyring.js';

/** What it took to answer somebody: no clock could tell it as exactly. */
export interface Work {
  /** Of the one transaction that wrote the answer, their values left out. */
  statements: string[];
  /** How often each key was used, by purpose. */
  keys: Record<string, number>;
}

/** Counts from now on. The answer is what writes into trail and outbox, and into this table as well. */
export function watchWork(
  { dataSource, keyring }: Pick<App, 'dataSource' | 'keyring'>,
  table = 'audit',
): { end(): Work } {
  const transactions = new Map<unknown, string[]>();
  const ended: string[][] = [];
  const before = { logger: dataSource.logger, keyring: { ...keyring } };
  dataSource.logger = listening((query, runner) => {
    const statement = query.replaceAll(/\b\d+\b|'[^']*'/g, '?');
    if (/^(START|BEGIN) TRANSACTION/.test(statement)) transactions.set(runner, []);
    if (!ofIntake.test(statement)) transactions.get(runner)?.push(statement);
    if (statement === 'COMMIT') ended.push(transactions.get(runner) ?? []);
  });
  const keys: Record<string, number> = {};
  Object.assign(keyring, counted(before.keyring, keys));
  return {
    end() {
      dataSource.logger = before.logger;
      Object.assign(keyring, before.keyring);
      const answering = ended.filter((statements) =>
        ['audit', 'outbox', table].every((one) => writes(statements, one)),
      );
      if (answering.length !== 1) throw new Error(`${answering.length} transactions look like the answer`);
      return { statements: answering.flat(), keys };
    },
  };
}

/** Whether an update is handled at once or from its row follows from what else is at work, and from nothing that it says. */
const ofIntake = /\binbox\b/;

const writes = (statements: readonly string[], table: string): boolean =>
  statements.some((statement) => new RegExp(`^INSERT INTO [\`"]?${table}\\b`).test(statement));

const nothing = (): void => undefined;

const listening = (heard: (query: string, runner: unknown) => void): Logger => ({
  logQuery: (query, _parameters, runner) => heard(query, runner),
  ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing },
  log: nothing,
});

function counted(keyring: Keyring, keys: Record<string, number>): Partial<Keyring> {
  const used = (deed: string, purpose: Purpose): void => {
    const use = `${deed} ${purpose}`;
    keys[use] = (keys[use] ?? 0) + 1;
  };
  const methods = ['encrypt', 'decrypt', 'index', 'indexes', 'mac'] as const;
  return Object.fromEntries(
    methods.map((method) => [
      method,
      (purpose: Purpose, ...given: string[]): unknown => {
        const made = (keyring[method] as (...all: string[]) => unknown)(purpose, ...given);
        if (!byTheClock(purpose, [...given, made])) used(method, purpose);
        return made;
      },
    ]),
  );
}

/**
 * Done whoever is being answered: the trail is sealed each second, for which its lines are looked at once more, and the
 * rounds to portal and providers carry nothing. How many lines an answer writes stands in its statements.
 */
const byTheClock = (purpose: Purpose, texts: readonly unknown[]): boolean =>
  purpose === 'audit' ||
  purpose === 'audit-line' ||
  (purpose === 'outbox' && texts.includes(JSON.stringify(null)));
