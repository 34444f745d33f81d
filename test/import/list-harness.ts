import { createHash } from 'node:crypto';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { Clock } from '../../src/clock.js';
import { findingRows, findingsAfter } from '../../src/import/findings.js';
import { readMembers } from '../../src/import/read-members.js';
import type { ImportPolicy } from '../../src/import/policy.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { makeImportRuns, type ImportRun, type ImportRuns } from '../../src/import/runs.js';
import type { ImportDeps } from '../../src/handlers/import/deps.js';
import { applyList, judgeList, undoList } from '../../src/handlers/import/run.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers, type MemberRecord, type Members } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import type { Locale } from '../../src/words/words.js';
import type { Value } from '../../src/tables/write/csv.js';
import type { TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { withTableFile } from '../support/table-file.js';
import { testKeys } from '../support/test-keys.js';
import { englishHeader, rules, words } from './files.js';

/** A line of a list; without a mobile or a name the cell is empty. */
export interface Line {
  insuredCode: string;
  nationalId: string;
  from?: string;
  to?: string;
  mobile?: string;
  name?: string;
}

const period = { from: '2026-03-21', to: '2027-03-20' };

/** The period of the covered people of the cast, with so many more days at its end. */
export function castDays(clock: Clock, more = 0): { from: string; to: string } {
  const today = dayInTehran(clock.now());
  return { from: addDays(today, -100), to: addDays(today, 265 + more) };
}

export const textOf = (lines: readonly Line[]): string =>
  [englishHeader, ...lines.map(cellsOf)].map((line) => `${line}\n`).join('');

const cellsOf = ({ insuredCode, nationalId, from, to, mobile, name }: Line): string =>
  [insuredCode, nationalId, from ?? period.from, to ?? period.to, mobile ?? '', name ?? ''].join(',');

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
export function openTown(db: TestDatabase, policy: ImportPolicy = defaultPolicy, keys = testKeys) {
  const clock = handClock();
  const keyring = makeKeyring({ keys, random: systemRandom });
  const { inTransaction } = db;
  const harness: ImportDeps = { inTransaction, keyring, clock, policy };
  const runs = <T>(work: (runs: ImportRuns) => Promise<T>): Promise<T> =>
    inTransaction((tx) => work(makeImportRuns({ tx, keyring, clock, random: systemRandom })));
  const members = <T>(work: (members: Members) => Promise<T>): Promise<T> =>
    inTransaction((tx) => work(makeMembers({ tx, keyring, clock })));

  /** The rows of the file of what was found, without its header. */
  const found = async ({ id }: ImportRun, locale: Locale = 'en'): Promise<Value[][]> => {
    const rows = findingRows((after) => inTransaction((tx) => findingsAfter(tx, id, after)), words, locale);
    const all: Value[][] = [];
    for await (const row of rows) all.push(row);
    return all.slice(1);
  };

  /** Judges the list to its end. */
  const judge = async (text: string | Uint8Array): Promise<{ run: ImportRun; found: Value[][] }> => {
    const digest = createHash('sha256').update(text).digest('hex');
    const begun = await runs((room) => room.begin({ digest, by: supervisor }));
    const { run } = await withTableFile(text, (file) => judgeList(harness, begun, readMembers(file, rules)));
    return { run, found: await found(run) };
  };
  return {
    db,
    clock,
    harness,
    runs,
    members,
    judge,
    found,
    judgeLines: (...lines: Line[]) => judge(textOf(lines)),
    apply: (run: ImportRun) => applyList(harness, run.id),
    /** A second person agrees to it first. */
    applyByTwo: async (run: ImportRun) => {
      await runs((room) => room.approve(run.id, another, false));
      return applyList(harness, run.id);
    },
    undo: (run: ImportRun) => undoList(harness, run.id, supervisor),
    /** Judges and applies; where it needs a second person, they agree. */
    enter: async (...lines: Line[]) => {
      const { run } = await judge(textOf(lines));
      let applied = await applyList(harness, run.id);
      if (applied.kind === 'needs-approval') {
        await runs((room) => room.approve(run.id, another, false));
        applied = await applyList(harness, run.id);
      }
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
          nationalId: keyring.decrypt('national-id', member.nationalId),
          mobile: book.mobileOf(member),
          name: book.nameOf(member),
          source: member.mobileSource,
          cover: covered && { from: covered.startsOn, to: covered.endsOn },
        };
      }),
  };
}
