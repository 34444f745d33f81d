import type { Member } from '../../entities/member.js';
import { parseInsuredCode } from '../identity/insured-code.js';
import { parseMobile } from '../identity/mobile.js';
import { parseNationalId } from '../identity/national-id.js';
import type { Members } from '../members/members.js';
import type { StaffRequests } from '../requests/requests.js';
import type { ResetQueries } from './reset-queries.js';
import type { Trail } from './trail.js';
import { typedReference } from './typed-reference.js';

export type { Member };

export interface Found {
  members: Member[];
  /** What was typed is no business of the chat's history: a national ID or a mobile. */
  private: boolean;
}

/** Finds members by whatever a caller can say. */
export interface LookUp {
  /** By insured code, national ID, mobile or reference: the first of these that finds somebody. */
  find(text: string): Promise<Found>;
}

export interface LookUpParts {
  members: Members;
  trail: Trail;
  resets: ResetQueries;
  requests: StaffRequests;
  insuredCodePattern: RegExp;
}

export function makeLookUp(parts: LookUpParts): LookUp {
  const { members, insuredCodePattern } = parts;

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
  };
}

/** Whom a reference was given to, as far as that is known. */
async function memberBehind(
  { trail, resets, requests }: LookUpParts,
  reference: string,
): Promise<number | null> {
  const [line] = await trail.byReference(reference);
  const reset = await resets.byReference(reference);
  return line?.memberId ?? reset?.memberId ?? (await requests.byReference(reference))?.memberId ?? null;
}
