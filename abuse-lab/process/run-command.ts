import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Env } from '../../src/config/setting.js';

const places = ['../../src/cli/main.js', '../../dist/src/cli/main.js'];

/** Does what an operator does at a shell: `ramzyar <command>`. Throws where that ends with anything but 0. */
export async function runCommand(command: string, settings: Env): Promise<void> {
  const program = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((place) => existsSync(place));
  if (!program) throw new Error('the product is not built: npm run build');
  const env = { PATH: process.env['PATH'], ...settings };
  await promisify(execFile)(process.execPath, [program, command], { env });
}
