import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { localesFolder } from '../app/locales.js';
import type { ImportConfig } from '../config/config.js';
import type { TransactionRunner } from '../db/transaction.js';
import { findingRows, findingsAfter } from '../import/findings.js';
import { readMembersAside } from '../import/read-aside.js';
import { usualRules } from '../import/read-members.js';
import type { FileFault } from '../import/reading.js';
import { makeImportRuns, type ImportParts, type ImportRun, type ImportRuns } from '../import/runs.js';
import { makeImportWording } from '../import/wording.js';
import type { ImportDeps } from '../handlers/import/deps.js';
import { judgeList } from '../handlers/import/run.js';
import { makeKeyring } from '../keys/make-keyring.js';
import { ownersFile } from '../owner-only.js';
import { writeCsv } from '../tables/write/csv.js';
import { loadWords } from '../words/load-words.js';
import { operator, type Shell } from './command.js';
import { watchRun } from './run-progress.js';

/** Whoever sits at the shell has stopped it (Ctrl-C). */
export class Interrupted extends Error {
  constructor() {
    super('stopped');
  }
}

export type MemberSession = ReturnType<typeof openMemberSession>;

/** Everything that lists of members need, at a shell. */
export function openMemberSession(shell: Shell, config: ImportConfig, inTransaction: TransactionRunner) {
  const { say, clock, random } = shell;
  const { keys, insuredCodePattern, policy } = config;
  const keyring = makeKeyring({ keys, random });
  const words = loadWords(localesFolder());
  const watch = watchRun(shell);
  const interrupted = shell.interruption();
  const house: ImportDeps = {
    inTransaction,
    keyring,
    clock,
    policy,
    progress: (run) => {
      watch.at(run);
      if (interrupted.aborted) throw new Interrupted();
    },
  };
  return {
    say,
    words,
    house,
    policy,
    watch,
    rules: usualRules(insuredCodePattern, words, clock),
    runs: <T>(work: (runs: ImportRuns) => Promise<T>): Promise<T> =>
      inTransaction((tx) => work(makeImportRuns({ tx, keyring, clock, random }))),
    inRoom: <T>(work: (room: ImportParts) => Promise<T>): Promise<T> =>
      inTransaction((tx) => work({ tx, keyring, clock })),
  };
}

export type JudgedFile =
  | { kind: 'judged'; run: ImportRun; findings: string }
  | { kind: 'refused'; why: string }
  /** An earlier attempt applied a part of it. */
  | { kind: 'broken-off'; run: ImportRun };

/** Judges a file to its end, and writes what was found in its rows into a file beside it. */
export async function judgeFile(desk: MemberSession, path: string): Promise<JudgedFile> {
  const { runs, words } = desk;
  const digest = await digestOf(path);
  const begun = await runs((room) => room.begin({ digest, by: operator }));
  if (begun.state === 'applying') return { kind: 'broken-off', run: begun };
  const { run, fault } = await judge(desk, begun, path);
  if (fault) return { kind: 'refused', why: makeImportWording(words, 'en').fileFault(fault) };
  const findings = `${path}.findings.csv`;
  const rows = findingRows((after) => desk.inRoom(({ tx }) => findingsAfter(tx, run.id, after)), words, 'fa');
  // A file that is there keeps its rights, and may be somebody else's or lead elsewhere.
  rmSync(findings, { force: true });
  await pipeline(
    Readable.from(writeCsv(rows)),
    createWriteStream(findings, { flags: 'wx', mode: ownersFile }),
  );
  return { kind: 'judged', run, findings };
}

async function judge(
  { house, rules }: MemberSession,
  begun: ImportRun,
  path: string,
): Promise<{ run: ImportRun; fault: FileFault | null }> {
  const fd = openSync(path, 'r');
  try {
    return await judgeList(house, begun, readMembersAside({ fd, folder: dirname(path) }, rules));
  } finally {
    closeSync(fd);
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
