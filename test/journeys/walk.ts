import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Told {
  code: number | null;
  told: string;
  faults: string;
}

/** A program of Node in a process of its own, to its end. */
export function runNode(words: readonly string[], { node = process.execPath, env = process.env } = {}) {
  return new Promise<Told>((resolve, reject) => {
    const child = spawn(node, words, { cwd: root, env });
    let told = '';
    let faults = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (faults += chunk));
    child.once('error', reject).once('close', (code) => resolve({ code, told, faults }));
  });
}

/** The walkthrough as `npm run build` has made it. */
export const walkUnder = (node: string, ...wishes: string[]): Promise<Told> =>
  runNode(['--enable-source-maps', 'dist/playground/walkthrough/main.js', ...wishes], { node });
