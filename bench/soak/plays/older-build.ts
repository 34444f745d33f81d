import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** An older version, built of what the repository has of it, with the libraries of today. */
export interface OlderBuild {
  commit: string;
  /** Its `main.js`. */
  program: string;
  /** Whether the schema has changed since. */
  otherSchema: boolean;
}

const migrations = 'src/db/migrations';

/** The last commit that changed the schema, and so the first that has the schema of now. */
export const firstOfThisSchema = (): Promise<string> => git('rev-list', '-1', 'HEAD', '--', migrations);

/** `from`: any name of a commit. Throws where it cannot be built. */
export async function buildOlder(from: string): Promise<OlderBuild> {
  const commit = await git('rev-parse', from);
  const changed = await git('diff', '--name-only', commit, 'HEAD', '--', migrations);
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-older-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await shell(`git -C "${root}" archive ${commit} | tar -x -C "${folder}"`);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await shell(`cd "${folder}" && node_modules/.bin/tsc -p tsconfig.build.json`);
  return { commit, program: join(folder, 'dist/src/main.js'), otherSchema: changed !== '' };
}

async function git(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-C', root, ...words]);
  return stdout.trim();
}

async function shell(line: string): Promise<void> {
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', line]);
}
