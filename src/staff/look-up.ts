import type { Member } from '../../entities/member.js';
import { parseInsuredCode } from '../identity/insured-code.js';
import { parseMobile } from '../identity/mobile.js';
import { parseNationalId } from '../identity/national-id.js';
import type { Audit } from '../audit/audit.js';
import { chatAddress } from '../chats/address.js';
import type { StaffMember } from '../people/people.js';
import type { MemberOverview, MemberOverviews } from './member-overview.js';
import type { Forgetting } from '../members/forget.js';
import type { Members } from '../members/members.js';
import type { StaffRequests } from '../requests/requests.js';
import type { PasswordReset, Recoveries } from './recoveries.js';
import type { Trail, TrailLine } from './trail.js';
import { typedReference } from './typed-reference.js';

export type { Member };

export interface FoundMembers {
  members: Member[];
  /** What was typed is no business of the chat's history: a national ID or a mobile. */
  private: boolean;
}

/** Everything that staff may read of one member. */
export interface OpenedMember {
  overview: MemberOverview;
  /** Their last recoveries, newest first. */
  resets: PasswordReset[];
  /** The last lines of the trail about them, newest first. */
  events: TrailLine[];
}

/** Finds members by whatever a caller can say, and tells what is known of them. */
export interface LookUp {
  /** By insured code, national ID, mobile or reference: the first of these that finds somebody. */
  find(text: string): Promise<FoundMembers>;
  byId(id: number): Promise<Member | null>;
  overview(member: Member): Promise<MemberOverview>;
  /** Why the member cannot be forgotten now; null: they can. */
  obstacleToForgetting(member: Member): ReturnType<Forgetting['obstacle']>;
  /** All that there is to read, and a line in the trail about who has read it. */
  open(actor: StaffMember, member: Member): Promise<OpenedMember>;
}

export interface LookUpParts {
  members: Members;
  forgetting: Forgetting;
  trail: Trail;
  recoveries: Recoveries;
  overviews: MemberOverviews;
  audit: Audit;
  requests: StaffRequests;
  insuredCodePattern: RegExp;
}

const fewRecoveries = 3;
const fewEvents = 5;

export function makeLookUp(parts: LookUpParts): LookUp {
  const { members, overviews, recoveries, trail, insuredCodePattern } = parts;

  const byCode = async (text: string): Promise<Member[]> => {
    const code = parseInsuredCode(text, insuredCodePattern);
    const member = code.ok ? await members.byInsuredCode(code.value) : null;
    return member ? [member] : [];
  };
  const byReference = async (text: string): Promise<Member[]> => {
    const reference = typedReference(text);
    const memberId = reference && (await memberBehind(parts, reference));
    const member = memberId ? await members.byId(memberId) : null;
    return member ? [member] : [];
  };
  return {
    find: async (text) => {
      const nationalId = parseNationalId(text);
      const mobile = parseMobile(text);
      const onCode = await byCode(text);
      if (onCode.length > 0) return { members: onCode, private: false };
      const onNationalId = nationalId.ok ? await members.byNationalId(nationalId.value) : [];
      const onMobile = mobile.ok ? await members.byMobile(mobile.value) : [];
      const found = [onNationalId, onMobile].find((some) => some.length > 0) ?? (await byReference(text));
      return { members: found, private: nationalId.ok || mobile.ok };
    },
    byId: (id) => members.byId(id),
    overview: (member) => overviews.of(member),
    obstacleToForgetting: (member) => parts.forgetting.obstacle(member),
    open: async (actor, member) => {
      const opened = {
        overview: await overviews.of(member),
        resets: await recoveries.lastOf(member.id, fewRecoveries),
        events: await trail.last(member.id, fewEvents),
      };
      await writeLookedUp(parts, actor, member);
      return opened;
    },
  };
}

function writeLookedUp({ audit }: LookUpParts, actor: StaffMember, { id: memberId }: Member): Promise<void> {
  const detail = { role: actor.role, platform: chatAddress(actor.chatKey).platform };
  return audit.write({ reason: 'member-looked-up', actor: `staff:${actor.personId}`, memberId, detail });
}

/** Whom a reference was given to, as far as that is known. */
async function memberBehind(
  { trail, recoveries, requests }: LookUpParts,
  reference: string,
): Promise<number | null> {
  const [line] = await trail.byReference(reference);
  const reset = await recoveries.byReference(reference);
  return line?.memberId ?? reset?.memberId ?? (await requests.byReference(reference))?.memberId ?? null;
}
