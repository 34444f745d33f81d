import { cpus } from 'node:os';
import type { Invented } from '../playground/invented.js';
import type { Product } from './recoveries-product.js';
import type { Town } from './recoveries-town.js';
import { goTheWholeWay, isToldOfIt } from './recoveries-way.js';
import { waitsOf, type Waits } from './waits.js';

/** What the recoveries of a crowd came to. */
export interface Cost {
  /** Until the last one was back in. */
  seconds: number;
  perMinute: number;
  waits: Waits;
  /** Of those who came before the crowd, one after the other. */
  alone: Waits;
  /** What one recovery took: of the product's processes, of the town around them, of the messenger, of the server if there is one. */
  each: { cpuMs: number; townCpuMs: number; calls: number; statements: number | null };
  /** The part of all cores that was at work, for whomever. */
  busy: number;
}

/** So many come before the crowd, and a process has warmed up when they are through. */
export const earlyBirds = 10;

/** `statements`: how many the database server has been sent so far; each question counts as one. */
export async function measure(
  town: Town,
  products: readonly Product[],
  statements: (() => Promise<number>) | null,
): Promise<Cost> {
  const [early, crowd] = [town.members.slice(0, earlyBirds), town.members.slice(earlyBirds)];
  const alone: number[] = [];
  for (const member of early) alone.push(await goTheWholeWay(member, town));
  await allIsDone(early, town);

  const before = await read(town, products, statements);
  const start = performance.now();
  const waits = await Promise.all(crowd.map((member) => goTheWholeWay(member, town)));
  const seconds = (performance.now() - start) / 1_000;
  const busy = atWork(before.cores, cores());
  await allIsDone(crowd, town);
  const after = await read(town, products, statements);

  const each = (gauge: 'cpuMs' | 'townCpuMs' | 'calls') => (after[gauge] - before[gauge]) / crowd.length;
  return {
    ...{ seconds, perMinute: (crowd.length / seconds) * 60, busy },
    ...{ waits: waitsOf(waits), alone: waitsOf(alone) },
    each: {
      ...{ cpuMs: each('cpuMs'), townCpuMs: each('townCpuMs'), calls: each('calls') },
      statements: statements && (after.statements - before.statements - 1) / crowd.length,
    },
  };
}

async function allIsDone(members: readonly Invented[], town: Town): Promise<void> {
  await Promise.all(members.map((member) => isToldOfIt(member, town)));
  await town.emulator.settled();
}

async function read(
  { emulator }: Town,
  products: readonly Product[],
  statements: (() => Promise<number>) | null,
) {
  const worked = await Promise.all(products.map((product) => product.cpuMs()));
  const { user, system } = process.cpuUsage();
  return {
    cores: cores(),
    cpuMs: worked.reduce((sum, ms) => sum + ms, 0),
    townCpuMs: (user + system) / 1_000,
    calls: emulator.calls().filter(({ method }) => method !== 'getUpdates').length,
    statements: statements ? await statements() : 0,
  };
}

/** Milliseconds of all cores since the machine was started. */
function cores(): { all: number; idle: number } {
  const times = cpus().map((core) => core.times);
  const sum = (milliseconds: number[]): number => milliseconds.reduce((total, ms) => total + ms, 0);
  return { all: sum(times.flatMap((one) => Object.values(one))), idle: sum(times.map(({ idle }) => idle)) };
}

function atWork(before: { all: number; idle: number }, after: { all: number; idle: number }): number {
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}
