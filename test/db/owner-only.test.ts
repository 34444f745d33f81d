import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
let file: string;
let opener: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramzyar-rights-'));
  file = join(folder, 'new', 'data', 'ramzyar.db');
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Every file of the database, with its rights. */
const rightsOfAll = (): Record<string, string> =>
  Object.fromEntries(readdirSync(dirname(file)).map((name) => [name, rights(join(dirname(file), name))]));

const ownersAlone = {
  'ramzyar.db': '600',
  'ramzyar.db-wal': '600',
  'ramzyar.db-shm': '600',
  'ramzyar.db.claim': '600',
};

async function open(): Promise<void> {
  const loader = new URL('../support/typescript.mjs', import.meta.url).href;
  opener = fork(new URL('database-opener.ts', import.meta.url), [file], {
    execArgv: ['--import', loader],
  });
  const [said] = (await Promise.race([once(opener, 'message'), once(opener, 'exit')])) as unknown[];
  expect(said).toBe('open');
}

async function close(): Promise<void> {
  if (!opener) return;
  opener.kill('SIGKILL');
  if (opener.exitCode === null && opener.signalCode === null) await once(opener, 'exit');
  opener = null;
}

it('an embedded database is read by nobody else on its machine, nor is its folder, under the usual umask', async () => {
  await open();
  expect(rightsOfAll()).toMatchObject(ownersAlone);
  expect([rights(join(folder, 'new')), rights(join(folder, 'new', 'data'))]).toEqual(['700', '700']);
});

it('files that an earlier version left to everybody are its owner’s alone from the next start on', async () => {
  await open();
  // Killed, so that the log of what was written is still beside the file.
  await close();
  for (const name of Object.keys(ownersAlone)) chmodSync(join(dirname(file), name), 0o644);
  await open();
  expect(rightsOfAll()).toMatchObject(ownersAlone);
});

it('a folder that was there before keeps the rights that it was given', async () => {
  file = join(folder, 'ramzyar.db');
  chmodSync(folder, 0o750);
  writeFileSync(file, '', { mode: 0o644 });
  await open();
  expect([rights(folder), rights(file)]).toEqual(['750', '600']);
});
