import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDockerfile, type Instruction, type Stage } from './dockerfile.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const stages = readDockerfile(read('deploy/Dockerfile'));

/** What the build is given: everything is left out that is not named. */
export const context = read('deploy/Dockerfile.dockerignore')
  .split('\n')
  .filter((line) => line.trim() !== '');
export const handedOver = context.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

/**
 * Carries out the Dockerfile's steps in bare folders, each image an empty one; `workdir` is the last one's. Only two
 * things are otherwise than in a container: the packages of `npm ci` are copied from those installed here, and there is
 * no user `node` to give a folder to.
 */
export function buildImage(): { workdir: string; whole: string } {
  const whole = mkdtempSync(join(tmpdir(), 'ramzyar-image-'));
  const given = join(whole, 'context');
  for (const name of handedOver) cpSync(join(root, name), join(given, name), { recursive: true });
  const places = new Map<string, string>();
  let workdir = '';
  for (const [at, stage] of stages.entries()) {
    workdir = join(whole, `stage-${at}`);
    mkdirSync(workdir);
    places.set(stage.name ?? '', workdir);
    carryOut(stage, { workdir, given, places });
  }
  return { workdir, whole };
}

interface Ground {
  workdir: string;
  given: string;
  places: ReadonlyMap<string, string>;
}

function carryOut({ instructions }: Stage, shared: Ground): void {
  for (const instruction of instructions) {
    if (instruction.name === 'COPY') copy(instruction, shared);
    if (instruction.name === 'RUN')
      for (const step of instruction.text.split('&&')) run(step.trim(), shared.workdir);
  }
}

function copy({ flags, text }: Instruction, { workdir, given, places }: Ground): void {
  const from = places.get(flags['from'] ?? '') ?? given;
  const words = text.split(/\s+/).map((word) => word.replace(/^\/app\//, ''));
  const [sources, target] = [words.slice(0, -1), words.at(-1) ?? ''];
  for (const source of sources) {
    const there = join(from, source);
    if (!existsSync(there)) throw new Error(`COPY names what is not there: ${source}`);
    const into = target.endsWith('/') && source !== '.' ? join(target, basename(source)) : target;
    cpSync(there, resolve(workdir, into), { recursive: true, verbatimSymlinks: true });
  }
}

function run(step: string, workdir: string): void {
  if (step.startsWith('npm ci ')) {
    execFileSync('cp', ['-a', realpathSync(join(root, 'node_modules')), join(workdir, 'node_modules')]);
    return;
  }
  execFileSync('sh', ['-c', step.replace(' -o node -g node', '')], { cwd: workdir, stdio: 'pipe' });
}
