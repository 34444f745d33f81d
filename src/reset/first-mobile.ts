import type { Member, MobileSource } from '../../entities/member.js';
import { maskMobile } from '../identity/mobile.js';
import { isForeignCode } from '../identity/national-id.js';
import type { OpenResult } from './outcomes.js';
import type { OfferedMobile } from './ports.js';
import type { Asker } from '../chats/address.js';
import { writeAudit, auditWithReference } from './refuse.js';
import type { ResetDeps } from './deps.js';
import { day } from '../durations.js';

/** Where the code may go. `known`: it was on record. */
export interface FoundNumber {
  kind: 'number';
  mobile: string;
  source: MobileSource;
  known: boolean;
}

/** The number on record, whatever is offered; without one, what is offered, as far as the policy accepts it. */
export async function numberOf(
  deps: ResetDeps,
  member: Member,
  from: Asker,
  offered?: OfferedMobile,
): Promise<FoundNumber | OpenResult> {
  const { members, policy } = deps;
  const onRecord = members.mobileOf(member);
  if (onRecord !== null) {
    return { kind: 'number', mobile: onRecord, source: member.mobileSource ?? 'insurer', known: true };
  }
  if (policy.firstMobile === 'staff')
    return leaveToStaff(deps, 'mobile-by-staff', member, from, { because: 'policy' });
  if (!offered) return { kind: 'mobile-needed' };
  if (policy.firstMobile === 'contact' && offered.source !== 'contact') {
    await writeAudit(deps, 'mobile-not-proven', { from, memberId: member.id });
    return { kind: 'mobile-not-proven' };
  }
  return policy.asksOwner ? byRegister(deps, member, from, offered) : accepted(offered, offered.source);
}

const accepted = ({ number }: OfferedMobile, source: MobileSource): FoundNumber => ({
  kind: 'number',
  mobile: number,
  source,
  known: false,
});

/**
 * What the operators' register says of it. Another name is no refusal, since people rightly use a relative's number;
 * no clear answer leaves the number worth what it was worth without the register.
 */
async function byRegister(
  deps: ResetDeps,
  member: Member,
  from: Asker,
  offered: OfferedMobile,
): Promise<FoundNumber | OpenResult> {
  const nationalId = deps.keyring.decrypt('national-id', member.nationalId);
  const foreign = isForeignCode(nationalId);
  const detail = { mobile: maskMobile(offered.number), source: offered.source };
  switch (foreign ? 'unknown' : offered.owner) {
    case 'match':
      return accepted(offered, 'registry');
    case 'mismatch':
      return leaveToStaff(deps, 'mobile-mismatch', member, from, detail);
    case 'unknown':
      // What the register once had in another name is not let pass because it is silent now.
      if (await deps.requests.isOpen(member.id, 'first-mobile'))
        return leaveToStaff(deps, 'mobile-by-staff', member, from, {
          ...detail,
          because: 'register-silent',
        });
      await writeAudit(deps, 'mobile-owner-unknown', {
        from,
        memberId: member.id,
        detail: { ...detail, asked: !foreign },
      });
      return accepted(offered, offered.source);
    default:
      return askOwner(deps, member, from, { ...offered, nationalId });
  }
}

async function askOwner(
  deps: ResetDeps,
  member: Member,
  from: Asker,
  { number, nationalId }: OfferedMobile & { nationalId: string },
): Promise<OpenResult> {
  const { limits, policy, jobs } = deps;
  const most = policy.ownerQuestionsPerMemberAndDay;
  const status = await limits.take({ key: `owner:member:${member.id}`, most, windowMs: day });
  if (!status.ok)
    return leaveToStaff(deps, 'mobile-by-staff', member, from, { because: 'asked-enough', questions: most });
  const inquiryId = deps.id();
  await jobs.askOwner({ inquiryId, mobile: number, nationalId, chatKey: from.chatKey });
  return { kind: 'asking-owner', inquiryId };
}

async function leaveToStaff<Kind extends 'mobile-by-staff' | 'mobile-mismatch'>(
  deps: ResetDeps,
  kind: Kind,
  { id: memberId }: Member,
  from: Asker,
  detail: Readonly<Record<string, string | number>>,
): Promise<{ kind: Kind; reference: string }> {
  const reference = await deps.requests.put({ kind: 'first-mobile', memberId, chatKey: from.chatKey });
  await auditWithReference(deps, kind, { from, memberId, detail }, reference);
  return { kind, reference };
}
