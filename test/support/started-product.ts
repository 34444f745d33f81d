import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from '../../src/config/setting.js';

/** The product as `npm start` runs it, with nothing of it in our hands but its settings and what it writes. */
export interface StartedProduct {
  /** Everything that it has written, on both outputs. */
  written(): string;
  /** Resolves when it has written this; throws when it ends before. */
  writes(text: string): Promise<void>;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** Asks it to end, as an operator does. */
  stop(): Promise<number | null>;
}

const main = new URL('../../dist/src/main.js', import.meta.url).pathname;

/** In a folder of its own, so that no `.env` is about. */
export function runMain(settings: Env): StartedProduct {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-main-'));
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: folder,
    env: { ...settings, PATH: process.env.PATH },
  });
  let written = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => (written += text));
  }
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    rmSync(folder, { recursive: true, force: true });
    return code as number | null;
  });
  return {
    written: () => written,
    async writes(text) {
      const over = ended.then(() => Promise.reject(new Error(`it ended, and wrote:\n${written}`)));
      over.catch(() => undefined);
      while (!written.includes(text)) await Promise.race([once(child.stdout, 'data'), over]);
    },
    ended,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
