import type { ImportRow } from '../../entities/import-row.js';
import type { ImportRun } from '../../entities/import-run.js';
import type { Member } from '../../entities/member.js';
import { makeAudit } from '../audit/audit.js';
import { dayInTehran } from '../calendar/tehran.js';
import { isDuplicate } from '../db/duplicate.js';
import type { Coverage } from '../../entities/coverage.js';
import { groupBy } from '../group-by.js';
import { decryptPersonal, encryptedOf, encryptRow, fromOld } from '../keys/personal-fields.js';
import { saySame } from '../keys/same-personal.js';
import { leaveSome } from './absent.js';
import { makeApplyStore, type ApplyStore, type Cover, type RowWindow } from './apply-store.js';
import { ownMobileStays } from './own-mobile.js';
import { changesPeriod, givesBack, periodAsJudged, periodBefore } from './periods.js';
import { makeRunStore } from './run-store.js';
import type { ImportPolicy } from './policy.js';
import { makeIdentityTrail, type ChangedPeriod } from './identity-trail.js';
import { RunLeasedElsewhere, type ImportParts } from './runs.js';
import { needsApproval } from './two-persons.js';

export type Begun =
  | { kind: 'begun'; run: ImportRun }
  /** A second person has to agree first. */
  | { kind: 'needs-approval'; run: ImportRun }
  /** It is still being read, or is over. */
  | { kind: 'not-judged' }
  /** The application key is another one since it was judged: it has to be read again. */
  | { kind: 'key-changed' };

/** Lets a judged run be applied, or go on where it broke off. */
export async function beginApplying(parts: ImportParts, runId: number): Promise<Begun> {
  const store = makeRunStore(parts.tx);
  const seen = await store.find(runId);
  if (!seen || !['judged', 'applying'].includes(seen.state)) return { kind: 'not-judged' };
  if (seen.keyId !== parts.keyring.current) return { kind: 'key-changed' };
  if (seen.state === 'applying') return { kind: 'begun', run: seen };
  if (needsApproval(seen)) return { kind: 'needs-approval', run: seen };
  const run = await store.change(seen, { state: 'applying', touchedAt: parts.clock.now() });
  return run ? { kind: 'begun', run } : { kind: 'not-judged' };
}

/** The next lines of a run after this one; null: all have been applied. */
export const linesToApply = ({ tx }: ImportParts, run: ImportRun, after: number): Promise<RowWindow | null> =>
  makeApplyStore(tx).linesAfter(run, after);

/**
 * Applies these lines of a run and keeps how far it has come, together. A member who is not as they were when the list was
 * judged is left alone. Newcomers, whom nobody knows or waits for, are entered while the lines before are still under way;
 * all else waits for `before`, the run as those leave it. Throws when somebody else has moved the run, so that nothing of
 * it stays.
 */
export async function applyLines(
  parts: ImportParts,
  policy: ImportPolicy,
  lines: RowWindow,
  before: Promise<ImportRun>,
): Promise<ImportRun> {
  const store = makeApplyStore(parts.tx);
  const runs = makeRunStore(parts.tx);
  const late = await enterNewcomers(store, lines);
  const run = await runs.change(await before, { appliedTo: lines.to, touchedAt: parts.clock.now() });
  if (!run) throw new RunLeasedElsewhere();
  const overtaken = late + (await changeMembers(parts, policy, store, run, lines));
  if (overtaken === 0) return run;
  return (await runs.change(run, { overtaken: run.overtaken + overtaken })) ?? run;
}

/** What is left when all lines are applied: whoever is absent leaves, some at a time; the last call makes the run `done`. Null when somebody else has moved it. */
export async function endApplying(parts: ImportParts, seen: ImportRun): Promise<ImportRun | null> {
  const { run: left, more } = await leaveSome(parts, seen);
  if (more || !left) return left;
  const done = await makeRunStore(parts.tx).change(seen, { state: 'done', touchedAt: parts.clock.now() });
  if (done) await note(parts, done);
  return done;
}

/**
 * Whom somebody else has entered meanwhile is looked for only where the database says that there is one; returns how many.
 * Another may be entered between the looking and the entering, and is waited for by the latter.
 */
async function enterNewcomers(store: ApplyStore, lines: RowWindow, tries = 3): Promise<number> {
  try {
    await store.enterNewcomers(lines);
    return 0;
  } catch (error) {
    if (tries === 1 || !isDuplicate(error)) throw error;
    return (await store.overtakeNewcomers(lines)) + (await enterNewcomers(store, lines, tries - 1));
  }
}

async function changeMembers(
  parts: ImportParts,
  policy: ImportPolicy,
  store: ApplyStore,
  run: ImportRun,
  lines: RowWindow,
): Promise<number> {
  const rows = await store.rows(lines, run.overMembersOwn ? ['changed', 'contradicted'] : ['changed']);
  if (rows.length === 0) return 0;
  const members = await lockMembers(parts, store, run, rows);
  const overtaken = rows.filter((row) => !members.isAsJudged(row));
  const sound = rows.filter((row) => members.isAsJudged(row));
  await store.overtake(overtaken);
  const trail = makeIdentityTrail(parts, policy);
  const by = { actor: run.startedBy, run };
  const pairs = sound.map((row) => {
    const before = members.memberOf(row);
    return { before, after: changed(parts, run, row, before) };
  });
  await store.writeMembers(pairs.map(({ after }) => after));
  await trail.members(by, pairs);
  await trail.periods(by, sound.flatMap(movedPeriod));
  await store.writeCovers(sound.filter(changesPeriod).map((row) => members.periodOf(row)));
  return overtaken.length;
}

function movedPeriod(row: ImportRow): ChangedPeriod[] {
  const before = changesPeriod(row) ? periodBefore(row) : null;
  const after = { startsOn: row.coverFrom, endsOn: row.coverTo };
  return before ? [{ memberId: Number(row.memberId), before, after }] : [];
}

/** The members of these rows, locked. */
async function lockMembers(
  parts: ImportParts,
  store: ApplyStore,
  run: ImportRun,
  rows: readonly ImportRow[],
) {
  const ids = rows.map(({ memberId }) => Number(memberId));
  const members = await store.lockForUpdate(ids);
  const periods = groupBy(await store.covers(ids), ({ memberId }) => memberId);
  const today = dayInTehran(parts.clock.now());
  const memberOf = ({ memberId }: ImportRow): Member | undefined => members.get(Number(memberId));
  const onRecord = (row: ImportRow): Coverage | null | undefined =>
    periodAsJudged(periods.get(Number(row.memberId)) ?? [], row);
  const isAsJudged = (row: ImportRow): boolean => {
    const member = memberOf(row);
    // A period may have begun since, so that one person alone may not cut it short any more.
    if (run.approvedBy === null && givesBack(row, today)) return false;
    return member !== undefined && onRecord(row) !== undefined && isAsBefore(parts, member, row);
  };
  const periodOf = (row: ImportRow): Cover => {
    const { memberId, coverFrom: startsOn, coverTo: endsOn } = row;
    const known = onRecord(row);
    return { ...(known ? { id: known.id } : {}), memberId: Number(memberId), startsOn, endsOn };
  };
  return { memberOf: (row: ImportRow) => memberOf(row) as Member, isAsJudged, periodOf };
}

/** Whoever changes a key in between changes nobody. */
function isAsBefore({ keyring }: ImportParts, member: Member, row: ImportRow): boolean {
  const before = fromOld(row);
  return before !== null && saySame(keyring, member, { ...before, keyId: row.oldKeyId ?? '' });
}

/** The member as the row says. A mobile that they registered themselves stays, unless the run is approved for more. */
function changed({ keyring }: ImportParts, run: ImportRun, row: ImportRow, member: Member): Member {
  const here = { leftAt: null, leftRun: null };
  if (ownMobileStays(run, row)) {
    const { mobile } = decryptPersonal(keyring, member);
    return { ...member, ...here, ...encryptRow(keyring, { ...decryptPersonal(keyring, row), mobile }) };
  }
  const mobileSource = row.mobileChange === 'same' ? member.mobileSource : 'insurer';
  return { ...member, ...here, ...encryptedOf(row), keyId: run.keyId, mobileSource };
}

function note(parts: ImportParts, run: ImportRun): Promise<void> {
  const {
    reference,
    startedBy,
    approvedBy,
    newcomers,
    changed: members,
    mobiles,
    nationalIds,
    overtaken,
    whole,
    absent,
  } = run;
  const left = whole === 1 ? absent : 0;
  const detail = { newcomers, changed: members, mobiles, nationalIds, left, overtaken, approvedBy };
  return makeAudit(parts).write({ reason: 'import-applied', actor: startedBy, reference, detail });
}
