import type { ImportRun } from '../../entities/import-run.js';
import type { Member } from '../../entities/member.js';
import { makeAudit } from '../audit/audit.js';
import { maskMobile } from '../identity/mobile.js';
import { maskNationalId } from '../identity/national-id.js';
import { decryptPersonal } from '../keys/personal-fields.js';
import { saySame } from '../keys/same-personal.js';
import { makeIdentityChanges, type IdentityChange } from '../members/identity-changes.js';
import type { Period } from './periods.js';
import type { ImportPolicy } from './policy.js';
import type { ImportParts } from './runs.js';

/** One member as a list found them and as it leaves them. */
export interface ChangedMember {
  before: Member;
  after: Member;
}

export interface ChangedPeriod {
  memberId: number;
  before: Period;
  after: Period;
}

/** By whom, and by which list. */
export interface ByList {
  actor: string;
  run: Pick<ImportRun, 'reference' | 'approvedBy'>;
}

/**
 * What a list changes of whom a member is known by, or of the days of a period, stands in that member's own trail; and
 * whoever has to hear of another number or ID is told. The members are held.
 */
export function makeIdentityTrail(parts: ImportParts, { numberCoolOffMs: coolOffMs }: ImportPolicy) {
  const audit = makeAudit(parts);
  const identityChanges = makeIdentityChanges({ ...parts, coolOffMs });
  const write = (
    { actor, run }: ByList,
    reason: ListReason,
    memberId: number,
    before: string,
    after: string,
  ) =>
    audit.write({
      reason,
      actor,
      memberId,
      detail: { list: run.reference, approvedBy: run.approvedBy, before, after },
    });
  return {
    members: async (by: ByList, members: readonly ChangedMember[]): Promise<void> => {
      const changes = members.flatMap((changed) => identityChangesOf(parts, changed));
      for (const { reason, memberId, before, after } of changes)
        await write(by, reason, memberId, before, after);
      await identityChanges.note(changes, true);
    },
    periods: async (by: ByList, periods: readonly ChangedPeriod[]): Promise<void> => {
      for (const { memberId, before, after } of periods)
        await write(by, 'list-period', memberId, days(before), days(after));
    },
  };
}

type ListReason = 'list-mobile' | 'list-national-id' | 'list-period';

const days = ({ startsOn, endsOn }: Period): string => `${startsOn} – ${endsOn}`;

type NotedChange = IdentityChange & { reason: ListReason; before: string; after: string };

function identityChangesOf({ keyring }: ImportParts, { before, after }: ChangedMember): NotedChange[] {
  if (saySame(keyring, before, after)) return [];
  const [was, is] = [decryptPersonal(keyring, before), decryptPersonal(keyring, after)];
  const memberId = after.id;
  const changes: NotedChange[] = [];
  if (was.mobile !== is.mobile) {
    const what =
      was.mobile === null ? 'mobile-first' : is.mobile === null ? 'mobile-cleared' : 'mobile-replaced';
    const told = { before: masked(was.mobile), after: masked(is.mobile) };
    changes.push({ reason: 'list-mobile', memberId, what, replaced: was.mobile, ...told });
  }
  if (was.nationalId !== is.nationalId) {
    const told = { before: maskNationalId(was.nationalId), after: maskNationalId(is.nationalId) };
    changes.push({ reason: 'list-national-id', memberId, what: 'national-id', replaced: null, ...told });
  }
  return changes;
}

const masked = (mobile: string | null): string => (mobile === null ? '' : maskMobile(mobile));
