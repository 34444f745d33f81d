import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../src/config/setting.js';
import { typeBlock } from '../support/shell-blocks.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const isRoot = process.getuid?.() === 0;

/** The project as somebody has unpacked it: what is under version control, or would be. */
export function unpacked(folder: string): string {
  const project = join(folder, 'unpacked');
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of stdout.trim().split('\n')) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    cpSync(join(root, name), join(project, name));
  }
  return project;
}

export const lines = (settings: Env, without: readonly string[] = []): string =>
  Object.entries(settings)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

/** Types the blocks of a way one after the other, in one folder. */
export function typist(folder: string, instead: [string | RegExp, string][], standIns: string) {
  return (block = '', env: Env = {}) =>
    typeBlock(`cd ${join(folder, 'unpacked')}\n${block}`, {
      instead,
      standIns,
      env: { HOME: folder, ...env },
    });
}

/** Not typed here: apt-get, npm's way to its registry (what it would fetch lies here already), and systemd. */
export const standInsFor = (folder: string): string => `
npm() { case "$1" in ci) cp -a ${root}node_modules . && command npm run --silent build;; esac; }
sudo() { shift; local user=$1; shift; runuser -u "$user" -- "$@"; }
systemctl() { echo systemctl "$@"; }
journalctl() { echo journalctl "$@"; }
fill_in() { cat ${folder}/own.env > "$1"; }
`;
