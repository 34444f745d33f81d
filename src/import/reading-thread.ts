import { parentPort, workerData } from 'node:worker_threads';
import type { TableFile } from '../tables/read-table.js';
import type { ReadBatch } from './reading.js';
import { readMembers } from './read-members.js';
import { asRules, type BatchRequest, type PortableRules } from './read-aside.js';

/** What a thread does that reads a list for another: a batch for each that is asked of it, in order, and null at the end. */
const { file, rules } = workerData as { file: TableFile; rules: PortableRules };
const batches = readMembers(file, asRules(rules));
const port = parentPort;
let last: Promise<unknown> = Promise.resolve();

port?.on('message', (asked: BatchRequest) => {
  last = last.then(async () => {
    const next: IteratorResult<ReadBatch, unknown> =
      asked === 'next' ? await batches.next() : await batches.return(undefined);
    port.postMessage(next.done ? null : next.value);
    if (next.done) port.close();
  });
});
