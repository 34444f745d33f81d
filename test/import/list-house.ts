import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMembers } from '../../src/import/read-members.js';
import type { Reading } from '../../src/import/reading.js';
import {
  makeImportRuns,
  usualImportPolicy,
  type ImportPolicy,
  type ImportRun,
  type ImportRuns,
} from '../../src/import/runs.js';
import { applyList, judgeList, undoList, type ListHouse } from '../../src/jobs/member-list.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers, type MemberRecord, type Members } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import type { TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { testKeys } from '../support/test-keys.js';
import { englishHeader, rules } from './files.js';

/** A line of a list; without a mobile the cell is empty. */
export interface Line {
  insuredCode: string;
  nationalId: string;
  from?: string;
  to?: string;
  mobile?: string;
}

const period = { from: '2026-03-21', to: '2027-03-20' };

export const textOf = (lines: readonly Line[]): string =>
  [englishHeader, ...lines.map(cellsOf)].map((line) => `${line}\n`).join('');

const cellsOf = ({ insuredCode, nationalId, from, to, mobile }: Line): string =>
  [insuredCode, nationalId, from ?? period.from, to ?? period.to, mobile ?? '', ''].join(',');

/** People who do not exist, each with a mobile. */
export const strangers = (count: number, first = 0): Line[] =>
  Array.from({ length: count }, (_, at) => {
    const { insuredCode, nationalId, phone } = invent(first + at);
    return { insuredCode, nationalId, mobile: phone };
  });

export const supervisor = 'staff:1';
export const another = 'staff:2';

export type Town = ReturnType<typeof openTown>;

/** The members' book, and everything that staff may do to it by a list. */
export function openTown(db: TestDatabase, policy: ImportPolicy = usualImportPolicy, keys = testKeys) {
  const clock = handClock();
  const keyring = makeKeyring({ keys, random: systemRandom });
  const { inTransaction } = db;
  const house: ListHouse = { inTransaction, keyring, clock, policy };
  const runs = <T>(work: (runs: ImportRuns) => Promise<T>): Promise<T> =>
    inTransaction((tx) => work(makeImportRuns({ tx, keyring, clock, random: systemRandom })));
  const members = <T>(work: (members: Members) => Promise<T>): Promise<T> =>
    inTransaction((tx) => work(makeMembers({ tx, keyring, clock })));

  /** Puts the list where an upload would lie, and judges it to its end. */
  const judge = async (text: string): Promise<{ run: ImportRun; readings: Reading[] }> => {
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-import-'));
    try {
      const path = join(folder, 'upload');
      writeFileSync(path, text);
      const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
      const run = await runs((room) => room.begin({ digest, by: supervisor }));
      return await drain(judgeList(house, run, readMembers({ path, name: 'list.csv' }, rules)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  return {
    db,
    clock,
    house,
    runs,
    members,
    judge,
    judgeLines: (...lines: Line[]) => judge(textOf(lines)),
    apply: (run: ImportRun) => applyList(house, run.id),
    undo: (run: ImportRun) => undoList(house, run.id, supervisor),
    /** Judges and applies. */
    enter: async (...lines: Line[]) => {
      const { run } = await judge(textOf(lines));
      const applied = await applyList(house, run.id);
      if (applied.kind !== 'applied') throw new Error(applied.kind);
      return applied.run;
    },
    /** The insurer's record of somebody as it stands, with when the cover that began on this day ends. */
    record: (insuredCode: string, from = period.from) =>
      members(async (book): Promise<(MemberRecord & { source: string | null }) | null> => {
        const member = await book.byInsuredCode(insuredCode);
        if (!member) return null;
        const covered = await book.coverAt(member.id, new Date(`${from}T12:00:00Z`));
        return {
          insuredCode,
          nationalId: keyring.open('national-id', member.nationalId),
          mobile: book.mobileOf(member),
          source: member.mobileSource,
          cover: covered && { from: covered.startsOn, to: covered.endsOn },
        };
      }),
  };
}

async function drain(judging: AsyncGenerator<Reading, ImportRun>) {
  const readings: Reading[] = [];
  for (;;) {
    const next = await judging.next();
    if (next.done) return { run: next.value, readings };
    readings.push(next.value);
  }
}
