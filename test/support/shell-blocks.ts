import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Env } from '../../src/config/setting.js';

/** What a document has one type at a shell under this heading, block by block. */
export function shellBlocks(document: string, heading: string): string[] {
  const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
  const from = text.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`${document} has no “${heading}”`);
  const level = /^#+/.exec(heading)?.[0] ?? '#';
  const rest = text.slice(from + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
  const section = end < 0 ? rest : rest.slice(0, end);
  return [...section.matchAll(/^ *```sh\n(.*?)\n *```$/gms)].map(([, block = '']) =>
    block.replace(/^ {3}/gm, ''),
  );
}

export interface Typed {
  /** In place of the document's own names. */
  instead: readonly (readonly [string | RegExp, string])[];
  /** Functions that stand for what is not on this machine, or may not be done to it. */
  standIns?: string;
  env?: Env;
}

/** Types a block as it stands in the document; throws with what it said when a line of it fails. */
export async function typeBlock(block: string, { instead, standIns = '', env = {} }: Typed): Promise<string> {
  const script = instead.reduce((text, [name, other]) => text.replaceAll(name, other), block);
  const shell = spawn('bash', ['--norc', '-euo', 'pipefail', '-c', `${standIns}\n${script}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  });
  let said = '';
  for (const output of [shell.stdout, shell.stderr])
    output.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(shell, 'close')) as [number | null];
  if (status !== 0) throw new Error(`it failed with ${status}:\n${script}\n${said}`);
  return said;
}
