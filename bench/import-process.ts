import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/clock.js';
import { makeDataSource } from '../src/db/data-source.js';
import { parseDatabaseUrl } from '../src/db/database-url.js';
import { makeTransactionRunner } from '../src/db/transaction-runner.js';
import { defaultInsuredCodePattern } from '../src/identity/insured-code.js';
import { readMembersAside } from '../src/import/read-aside.js';
import { usualRules } from '../src/import/read-members.js';
import { defaultPolicy } from '../src/reset/policy.js';
import { makeImportRuns, type ImportRun } from '../src/import/runs.js';
import { applyList, judgeList } from '../src/handlers/import/run.js';
import { systemRandom } from '../src/random.js';
import { loadWords } from '../src/words/load-words.js';
import { keyring } from './import-members.js';

/** What one import was like: seconds, rows and megabytes. */
export interface Taken extends Pick<ImportRun, 'newcomers' | 'changed' | 'unchanged'> {
  judging: number;
  applying: number;
  /** What the process itself worked for it; the rest of the time it waited for the database. */
  cpu: number;
  memory: number[];
  peak: number;
}

const [, , url = '', file = ''] = process.argv;
const settings = parseDatabaseUrl(url);
if (!settings) throw new Error('this is no database of ours');
const dataSource = await makeDataSource(settings).initialize();
const inTransaction = makeTransactionRunner(dataSource);
const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));
const rules = usualRules(defaultInsuredCodePattern, words, systemClock);
const samples: number[] = [];
const house = {
  ...{ inTransaction, keyring, clock: systemClock, policy: defaultPolicy },
  progress: () => void samples.push(process.memoryUsage.rss()),
};

const room = { keyring, clock: systemClock, random: systemRandom };
const digest = String(process.pid);
const begun = await inTransaction((tx) => makeImportRuns({ ...room, tx }).begin({ digest, by: 'bench' }));
const before = process.cpuUsage();
const start = performance.now();
const fd = openSync(file, 'r');
await judgeList(house, begun, readMembersAside({ fd, folder: tmpdir() }, rules));
const middle = performance.now();
const applied = await applyList(house, begun.id);
if (applied.kind !== 'applied') throw new Error(applied.kind);
const end = performance.now();
const { user, system } = process.cpuUsage(before);

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);
const { newcomers, changed, unchanged } = applied.run;
process.send?.({
  ...{ newcomers, changed, unchanged },
  judging: (middle - start) / 1_000,
  applying: (end - middle) / 1_000,
  cpu: (user + system) / 1e6,
  memory: samples.filter((_, at) => (at + 1) % Math.ceil(samples.length / 10) === 0).map(megabytes),
  peak: Math.round(process.resourceUsage().maxRSS / 1_024),
} satisfies Taken);
await dataSource.destroy();
