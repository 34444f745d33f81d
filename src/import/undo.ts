import type { Coverage } from '../../entities/coverage.js';
import type { ImportRow } from '../../entities/import-row.js';
import type { ImportRun } from '../../entities/import-run.js';
import type { Member } from '../../entities/member.js';
import { makeAudit } from '../audit/audit.js';
import { groupBy } from '../group-by.js';
import {
  decryptPersonal,
  encryptRow,
  fromOld,
  personalFieldNames,
  personalFrom,
  type PersonalField,
} from '../keys/personal-fields.js';
import { comeBack } from './absent.js';
import { makeApplyStore, type ApplyStore, type RowWindow } from './apply-store.js';
import { makeIdentityTrail, type ChangedMember, type ChangedPeriod } from './identity-trail.js';
import { ownMobileStays } from './own-mobile.js';
import { changesPeriod, isFree, periodBefore } from './periods.js';
import type { ImportPolicy } from './policy.js';
import { makeRunStore } from './run-store.js';
import type { ImportParts } from './runs.js';
import { makeUndoStore } from './undo-store.js';

/** Lets a run be taken back, wholly applied or broken off, or go on being taken back; null when there is nothing to take back any more. */
export async function beginUndoing(parts: ImportParts, runId: number): Promise<ImportRun | null> {
  const store = makeRunStore(parts.tx);
  const seen = await store.find(runId);
  if (seen?.state === 'undoing') return seen;
  if (!seen || !['applying', 'done'].includes(seen.state)) return null;
  return store.change(seen, { state: 'undoing', touchedAt: parts.clock.now() });
}

/**
 * Takes back the next lines of a run, and keeps how far it has come, together; the last call makes it `undone`. What was
 * changed again since stays as it is, and so do new members with whom anything was done. Null when somebody else has
 * moved the run.
 */
export async function undoSome(
  parts: ImportParts,
  policy: ImportPolicy,
  seen: ImportRun,
  by: string,
): Promise<ImportRun | null> {
  const [store, runs] = [makeApplyStore(parts.tx), makeRunStore(parts.tx)];
  const next = await store.linesAfter(seen, seen.undoneTo);
  const touchedAt = parts.clock.now();
  if (!next || next.from > seen.appliedTo) {
    const undone = await runs.change(seen, { state: 'undone', touchedAt });
    if (undone) await note(parts, undone, by, await comeBack(parts, undone));
    return undone;
  }
  const lines = { ...next, to: Math.min(next.to, seen.appliedTo) };
  const run = await runs.change(seen, { undoneTo: lines.to, touchedAt });
  if (!run) return null;
  const trail = makeIdentityTrail(parts, policy);
  const byList = { actor: by, run };
  const restored = await restoreMembers(parts, store, run, lines);
  await trail.members(byList, restored.members);
  await trail.periods(byList, restored.periods);
  const kept = (await removeNewcomers(parts, store, lines)) + restored.kept;
  return kept === 0 ? run : runs.change(run, { kept: run.kept + kept });
}

async function removeNewcomers(parts: ImportParts, store: ApplyStore, lines: RowWindow): Promise<number> {
  const rows = await store.rows(lines, ['new']);
  if (rows.length === 0) return 0;
  const undo = makeUndoStore(parts.tx);
  const members = await store.lockForUpdate(await undo.idsOf(rows.map(({ insuredCode }) => insuredCode)));
  const ids = [...members.keys()];
  const [active, covers] = [await undo.activeAmong(ids), await store.covers(ids)];
  const rowOf = new Map(rows.map((row) => [row.insuredCode, row]));
  const untouched = [...members.values()].filter((member) => {
    const row = rowOf.get(member.insuredCode);
    const own = covers.filter(({ memberId }) => memberId === member.id);
    return row && !active.has(member.id) && isAsEntered(parts, row, member, own);
  });
  await undo.removeMembers(untouched.map(({ id }) => id));
  return members.size - untouched.length;
}

function isAsEntered(
  { keyring }: ImportParts,
  row: ImportRow,
  member: Member,
  covers: readonly Coverage[],
): boolean {
  const [cover] = covers;
  const [now, entered] = [decryptPersonal(keyring, member), decryptPersonal(keyring, row)];
  return (
    personalFieldNames.every((field) => now[field] === entered[field]) &&
    member.closedFor === null &&
    covers.length === 1 &&
    cover?.startsOn === row.coverFrom &&
    cover.endsOn === row.coverTo
  );
}

async function restoreMembers(
  parts: ImportParts,
  store: ApplyStore,
  run: ImportRun,
  lines: RowWindow,
): Promise<Restored> {
  const rows = await store.rows(lines, run.overMembersOwn ? ['changed', 'contradicted'] : ['changed']);
  if (rows.length === 0) return { kept: 0, members: [], periods: [] };
  const members = await store.lockForUpdate(rows.map(({ memberId }) => Number(memberId)));
  const back = rows.map((row) => restored(parts, run, row, members.get(Number(row.memberId))));
  const pairs = back.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  await store.writeMembers(pairs.map(({ after }) => after));
  const covers = await restoreCovers(parts, store, rows);
  const kept = rows.filter((row, at) => !back[at]?.wholly || covers.kept.has(Number(row.memberId))).length;
  return { kept, members: pairs, periods: covers.periods };
}

/** What was put back, and of how many not all could be. */
interface Restored {
  kept: number;
  members: ChangedMember[];
  periods: ChangedPeriod[];
}

/** The member with what the run set put back, and what was set anew since left; `wholly`: nothing was set anew. */
function restored(
  { keyring }: ImportParts,
  run: ImportRun,
  row: ImportRow,
  member: Member | undefined,
): { before: Member | null; after: Member | null; wholly: boolean } {
  const old = fromOld(row);
  if (!member || !old) return { before: null, after: null, wholly: false };
  const [now, before] = [decryptPersonal(keyring, member), decryptPersonal(keyring, old)];
  const set = decryptPersonal(keyring, row);
  if (ownMobileStays(run, row)) set.mobile = before.mobile;
  const setByRun = (field: PersonalField): boolean => set[field] !== before[field];
  const isBack = (field: PersonalField): boolean => setByRun(field) && now[field] === set[field];
  const data = personalFrom((field) => (isBack(field) ? before : now)[field]);
  const mobileSource = isBack('mobile') ? row.oldMobileSource : member.mobileSource;
  return {
    before: member,
    after: { ...member, ...encryptRow(keyring, data), mobileSource },
    wholly: personalFieldNames.every((field) => !setByRun(field) || isBack(field)),
  };
}

/** `kept`: the members whose period of cover was changed again, or used, since. */
async function restoreCovers(
  parts: ImportParts,
  store: ApplyStore,
  rows: readonly ImportRow[],
): Promise<{ kept: ReadonlySet<number>; periods: ChangedPeriod[] }> {
  const undo = makeUndoStore(parts.tx);
  const covers = await store.covers(rows.map(({ memberId }) => Number(memberId)));
  const coversOf = groupBy(covers, ({ memberId }) => memberId);
  const touched = rows.filter(changesPeriod);
  const asSet = touched.flatMap((row) => {
    const all = coversOf.get(Number(row.memberId)) ?? [];
    const cover = all.find(({ startsOn, endsOn }) => startsOn === row.coverFrom && endsOn === row.coverTo);
    const before = periodBefore(row);
    const others = all.filter((other) => other !== cover);
    return cover && (!before || isFree(others, before)) ? [{ row, cover, before }] : [];
  });
  const added = asSet.filter(({ before }) => !before).map(({ cover }) => cover.id);
  const used = await undo.usedAmong(added);
  await undo.removeCovers(added.filter((id) => !used.has(id)));
  await store.writeCovers(
    asSet.flatMap(({ cover: { id, memberId }, before }) => (before ? [{ id, memberId, ...before }] : [])),
  );
  const put = new Set(asSet.filter(({ cover }) => !used.has(cover.id)).map(({ row }) => row.line));
  const kept = new Set(touched.filter(({ line }) => !put.has(line)).map(({ memberId }) => Number(memberId)));
  const periods = asSet.flatMap(({ cover, before }) =>
    before ? [{ memberId: cover.memberId, before: cover, after: before }] : [],
  );
  return { kept, periods };
}

function note(
  parts: ImportParts,
  { reference, kept }: ImportRun,
  actor: string,
  cameBack: number,
): Promise<void> {
  return makeAudit(parts).write({ reason: 'import-undone', actor, reference, detail: { kept, cameBack } });
}
