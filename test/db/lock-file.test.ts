import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFile } from '../../src/db/lock-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramzyar-claim-'));
  file = join(folder, 'ramzyar.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a second hand on an embedded database is refused, and may come when the first has let go', () => {
  const letGo = lockFile(file);
  expect(() => lockFile(file)).toThrow('another process works on this SQLite file');
  letGo();
  lockFile(file)();
});

it('a process that was killed holds nothing', async () => {
  const child = await lockTaker();
  expect(() => lockFile(file)).toThrow('another process');
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFile(file)();
});

async function lockTaker(): Promise<ChildProcess> {
  const loader = new URL('../support/typescript.mjs', import.meta.url).href;
  const script = new URL('lock-taker.ts', import.meta.url);
  const child = fork(script, [file], { execArgv: ['--import', loader] });
  await once(child, 'message');
  return child;
}
