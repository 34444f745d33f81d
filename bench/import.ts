/**
 * How fast a list of members is taken into the book on MariaDB, in how much memory, and what members notice of it; beside
 * the server's own bulk load of the same lines as plain rows, and of the rows that the import makes of them, and a second
 * import that changes nothing.
 * Makes three databases on the server that it is given, and drops them. The import is a process of its own, so that its peak is its own.
 *
 *     npx tsc -p bench && node dist/bench/import.js mysql://root@127.0.0.1:3306 [rows]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { openBook, serveMembers } from './import-members.js';
import { loadPlainRows } from './import-plain.js';
import { loadSealedRows } from './import-sealed.js';
import type { Taken } from './import-process.js';
import { cpuMs, pidListeningOn } from './measure/proc.js';
import { writeText } from './member-list.js';
import type { Waits } from './waits.js';

const [, , server = 'mysql://root@127.0.0.1:3306', count = '1000000'] = process.argv;
const rows = Number(count);
const serverPid = pidListeningOn(Number(new URL(server).port || '3306'));
const database = `ramzyar_bench_${process.pid}`;

const folder = mkdtempSync(join(tmpdir(), 'ramzyar-bench-'));
const admin = await createConnection(server);
try {
  const file = join(folder, 'list.csv');
  await writeText(file, rows);
  const plain = await onDatabase(`${database}_plain`, (url) => loadPlainRows(url, file));
  console.log(`the server's own bulk load of plain rows (${plain.how}): ${speed(plain.seconds)}`);
  await onDatabase(database, (url) => compare(url, file, plain.seconds));
} finally {
  await admin.end();
  rmSync(folder, { recursive: true });
}

async function compare(url: string, file: string, plainSeconds: number): Promise<void> {
  const book = await openBook(url);
  const quiet = await serveMembers(book, sleep(5_000));
  const before = serverSeconds();
  const { taken, waits } = await served(book, file, url);
  const ofServer = serverSeconds() - before;
  const seconds = taken.judging + taken.applying;
  console.log(
    `the import: ${speed(seconds)} (judging ${taken.judging.toFixed(1)} s, applying ${taken.applying.toFixed(1)} s, ` +
      `CPU of its own ${taken.cpu.toFixed(1)} s, of the server ${ofServer.toFixed(1)} s)`,
  );
  console.log(`  ${(seconds / plainSeconds).toFixed(1)} times the bulk load; ${told(taken)}`);
  console.log(`  memory after each tenth of it: ${taken.memory.join(', ')} MB; peak ${taken.peak} MB`);
  console.log(`  a member's transaction meanwhile: ${waitsTold(waits)}; without it: ${waitsTold(quiet)}`);
  const second = await served(book, file, url);
  console.log(
    `the same file again: ${speed(second.taken.judging + second.taken.applying)}; ${told(second.taken)}`,
  );
  await book.destroy();
  const sealed = await onDatabase(`${database}_sealed`, (empty) => loadSealedRows(url, empty));
  console.log(
    `the server's own bulk load of the rows that the import made, sealed and indexed as they are: ${speed(sealed)}; ` +
      `the import takes ${(seconds / sealed).toFixed(1)} times as long`,
  );
}

/** Takes the file in while members are served. */
async function served(
  book: Parameters<typeof serveMembers>[0],
  file: string,
  url: string,
): Promise<{ taken: Taken; waits: Waits }> {
  const child = fork(new URL('import-process.js', import.meta.url).pathname, [url, file]);
  const taking = once(child, 'message') as Promise<[Taken]>;
  const waits = await serveMembers(book, taking);
  return { taken: (await taking)[0], waits };
}

async function onDatabase<T>(name: string, work: (url: string) => Promise<T>): Promise<T> {
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  try {
    return await work(new URL(`/${name}`, server).href);
  } finally {
    await admin.query(`DROP DATABASE ${name}`);
  }
}

/** What the server has worked so far, for whomever; not a number where it cannot be seen from here. */
function serverSeconds(): number {
  return serverPid === null ? NaN : cpuMs(serverPid) / 1_000;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function speed(seconds: number): string {
  return `${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} a second`;
}

function told({ newcomers, changed, unchanged }: Taken): string {
  return `${newcomers.toLocaleString('en')} new, ${changed.toLocaleString('en')} changed, ${unchanged.toLocaleString('en')} unchanged`;
}

function waitsTold({ count, median, most, ninetyNine }: Waits): string {
  return `${count} of them, half within ${median} ms, 99 of 100 within ${ninetyNine} ms, the longest ${most} ms`;
}
