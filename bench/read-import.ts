/**
 * How fast a list of members is read, and in how much memory, beside a reader that only splits the same file into lines.
 * Each reading is a process of its own, so that its peak is its own.
 *
 *     npx tsc -p bench && node dist/bench/read-import.js [rows]
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/clock.js';
import { defaultInsuredCodePattern } from '../src/identity/insured-code.js';
import { readMembers, usualRules } from '../src/import/read-members.js';
import { loadWords } from '../src/words/load-words.js';
import { writeText, writeWorkbook } from './member-list.js';

interface Measured {
  rows: number;
  seconds: number;
  peakMegabytes: number;
}

const readers = {
  'bare lines': countLines,
  'members of a CSV file': countMembers,
  'members of an XLSX file': countMembers,
};

type Reader = keyof typeof readers;

const [, self = '', first = '1000000', path] = process.argv;

if (path) await measure(first as Reader, path);
else await compare(Number(first));

async function compare(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-bench-'));
  try {
    const [text, book] = [join(folder, 'text'), join(folder, 'book')];
    await writeText(text, count);
    await writeWorkbook(book, count);
    const bare = run('bare lines', text);
    tell('bare lines', text, bare, bare);
    tell('members of a CSV file', text, run('members of a CSV file', text), bare);
    tell('members of an XLSX file', book, run('members of an XLSX file', book), bare);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(reader: Reader, file: string): Measured {
  const told = execFileSync(process.execPath, [self, reader, file], { encoding: 'utf8' });
  return JSON.parse(told) as Measured;
}

function tell(reader: Reader, file: string, measured: Measured, bare: Measured): void {
  const { rows, seconds, peakMegabytes } = measured;
  const ratio = (seconds / rows / (bare.seconds / bare.rows)).toFixed(1);
  const speed = Math.round(rows / seconds).toLocaleString('en');
  const size = Math.round(statSync(file).size / 1e6);
  console.log(
    `${reader}: ${rows.toLocaleString('en')} rows of ${size} MB in ${seconds.toFixed(1)} s, ${speed} a second, ` +
      `${ratio} times the bare lines; peak ${Math.round(peakMegabytes)} MB`,
  );
}

async function measure(reader: Reader, file: string): Promise<void> {
  const start = performance.now();
  const rows = await readers[reader](file);
  const seconds = (performance.now() - start) / 1_000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1_024;
  console.log(JSON.stringify({ rows, seconds, peakMegabytes } satisfies Measured));
}

async function countLines(file: string): Promise<number> {
  let rows = -1;
  const lines = createInterface({ input: createReadStream(file) });
  for await (const line of lines) if (line) rows += 1;
  return rows;
}

async function countMembers(file: string): Promise<number> {
  const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));
  const rules = usualRules(defaultInsuredCodePattern, words, systemClock);
  const fd = openSync(file, 'r');
  for await (const { readings } of readMembers({ fd, folder: tmpdir() }, rules)) {
    const last = readings.at(-1);
    if (last?.kind === 'stopped') throw new Error(last.fault.kind);
    if (last?.kind === 'finished') return last.members;
  }
  throw new Error('the reading had no end');
}
