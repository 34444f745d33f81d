import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Day } from '../calendar/day.js';
import type { TableFile } from '../tables/read-table.js';
import { readMembers, type ImportRules } from './read-members.js';
import type { ReadBatch } from './reading.js';

/** What the thread that reads is asked for: the next batch, or to leave off and clear up. */
export type BatchRequest = 'next' | 'stop';

/** The rules as they may be handed to another thread. */
export type PortableRules = Omit<ImportRules, 'today'> & { today: Day };

export const asRules = (rules: PortableRules): ImportRules => ({ ...rules, today: () => rules.today });

const thread = new URL('./reading-thread.js', import.meta.url);

/** So many batches are asked for before one has come, so that neither thread waits for the other. */
const ahead = 3;

/**
 * `readMembers` in a thread of its own: half of the work that a list is, beside the other half, and members are answered
 * by a thread that need not read cells. Where the product is not built there is no such thread, and it is read in this one.
 */
export const readMembersAside: typeof readMembers = existsSync(thread) ? aside : readMembers;

async function* aside(file: TableFile, rules: ImportRules): AsyncGenerator<ReadBatch> {
  const portable: PortableRules = { ...rules, today: rules.today() };
  const worker = new Worker(thread, { workerData: { file, rules: portable } });
  const over = new Promise((resolve) => worker.once('exit', resolve));
  const ask = (asked: BatchRequest): void => worker.postMessage(asked);
  const come = arrivals(worker);
  try {
    for (let asked = 0; asked < ahead; asked += 1) ask('next');
    for (let batch = await come(); batch !== null; batch = await come()) {
      ask('next');
      yield batch;
    }
  } finally {
    ask('stop');
    await over;
  }
}

/** What a thread sends, one after the other; null: it is through. What goes wrong there is thrown here. */
function arrivals(worker: Worker): () => Promise<ReadBatch | null> {
  const come: (ReadBatch | null)[] = [];
  let failed: { error: unknown } | null = null;
  let wake = (): void => undefined;
  worker.on('message', (batch: ReadBatch | null) => {
    come.push(batch);
    wake();
  });
  const end = (error: unknown): void => {
    failed ??= { error };
    wake();
  };
  worker.on('error', end);
  // Whoever waits for what will never come is told.
  worker.once('exit', () => end(new Error('the thread that reads has ended')));
  return async () => {
    while (come.length === 0) {
      if (failed) throw failed.error;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    return come.shift() ?? null;
  };
}
