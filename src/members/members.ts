import { timingSafeEqual } from 'node:crypto';
import type { Coverage } from '../../entities/coverage.js';
import type { Member, MobileSource } from '../../entities/member.js';
import type { Day } from '../calendar/day.js';
import { dayInTehran } from '../calendar/tehran.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { MissingKey } from '../keys/missing-keys.js';
import { decryptPersonal, encryptRow, type PersonalRow } from '../keys/personal-fields.js';
import { makeMemberStore } from './store.js';

/** A principal insured person as the insurer's own list has them. All values normalised by `identity/`. */
export interface MemberRecord {
  insuredCode: string;
  nationalId: string;
  /** Both days inclusive; null: never covered. */
  cover: { from: Day; to: Day } | null;
  /** `09…`; null changes nothing of what is on record. */
  mobile: string | null;
  /** First and last; null or left out, it changes nothing either. */
  name?: string | null;
}

/** Who the members are: put there, looked up, and covered or not. Works inside one transaction. */
export interface Members {
  /** Enters the person, or brings their record and this period of cover up to date. */
  put(record: MemberRecord): Promise<{ memberId: number; coverageId: number | null }>;
  /** Says how many recoveries of a period are used, of how many: for seeding and import. */
  putQuota(tally: { memberId: number; coverageId: number; used: number; allowance: number }): Promise<void>;
  /** Holds the member until the transaction ends, so that one change at a time is made to what is theirs; null: nobody. */
  lockForUpdate(memberId: number): Promise<Member | null>;
  /** The same by insured code, with the same work whether or not there is such a member. */
  lockByCode(insuredCode: string): Promise<Member | null>;
  byId(memberId: number): Promise<Member | null>;
  byInsuredCode(insuredCode: string): Promise<Member | null>;
  byNationalId(nationalId: string): Promise<Member[]>;
  byMobile(mobile: string): Promise<Member[]>;
  /** The cover in force at this moment, by the day in Tehran. */
  coverAt(memberId: number, moment: Date): Promise<Coverage | null>;
  /** Is this the member's national ID? Takes the same time for a wrong one, and for nobody (null). */
  hasNationalId(member: Member | null, nationalId: string): boolean;
  /** The number on record in clear, `09…`; null: none. */
  mobileOf(member: Member): string | null;
  /** Their name in clear; null: no list has told it. */
  nameOf(member: Member): string | null;
  /** Forgets the number on record; false when there is none. */
  forgetMobile(member: Member): Promise<boolean>;
  /** Registers a first number; false when one was there already. */
  registerMobile(member: Member, mobile: string, source: MobileSource): Promise<boolean>;
}

export function makeMembers(house: { tx: Transaction; keyring: Keyring; clock: Clock }): Members {
  const { keyring, clock } = house;
  const store = makeMemberStore(house.tx);
  const mobileOf = (member: Member): string | null =>
    member.mobile && keyring.decrypt('mobile', member.mobile);

  return {
    put: async ({ insuredCode, nationalId, cover, mobile, name = null }) => {
      const member = await store.lockByCode(insuredCode);
      const known = member && decryptPersonal(keyring, member);
      const source = mobile !== null && mobile !== known?.mobile ? 'insurer' : (member?.mobileSource ?? null);
      const row = {
        ...encryptRow(keyring, {
          nationalId,
          mobile: mobile ?? known?.mobile ?? null,
          name: name ?? known?.name ?? null,
        }),
        mobileSource: source,
      };
      const memberId = member ? member.id : await store.insert(newMember(insuredCode, row, clock.now()));
      if (member) await store.change(memberId, row);
      const coverage = cover && (await store.putCover(memberId, cover.from, cover.to));
      return { memberId, coverageId: coverage?.id ?? null };
    },

    putQuota: (tally) => store.putQuota(tally),
    lockForUpdate: (memberId) => store.lockForUpdate(memberId),
    lockByCode: (insuredCode) => store.lockByCode(insuredCode),
    byId: (memberId) => store.find(memberId),
    byInsuredCode: (insuredCode) => store.findByCode(insuredCode),
    byNationalId: (id) => store.findBy('nationalIdIndex', keyring.indexes('national-id', id)),
    byMobile: (mobile) => store.findBy('mobileIndex', keyring.indexes('mobile', mobile)),
    coverAt: (memberId, moment) => store.coverOn(memberId, dayInTehran(moment)),

    hasNationalId: (member, nationalId) => {
      const { fingerprints } = keyring;
      // Under a key that is not here everybody would seem to have another national ID.
      if (member && !fingerprints.includes(member.keyId)) throw new MissingKey(member.keyId);
      const kept = Buffer.from(member?.nationalIdIndex ?? nobodysIndex, 'hex');
      const same = keyring
        .indexes('national-id', nationalId)
        .map((index) => timingSafeEqual(kept, Buffer.from(index, 'hex')));
      return same.includes(true);
    },

    mobileOf,
    nameOf: ({ name }) => name && keyring.decrypt('name', name),

    forgetMobile: ({ id }) => store.clearMobile(id),

    registerMobile: (member, mobile, source) => {
      const row = encryptRow(keyring, { ...decryptPersonal(keyring, member), mobile });
      return store.setFirstMobile(member.id, { ...row, mobileSource: source });
    },
  };
}

/** No national ID has this index. */
const nobodysIndex = '0'.repeat(64);

function newMember(
  insuredCode: string,
  record: PersonalRow & Pick<Member, 'mobileSource'>,
  createdAt: Date,
): Omit<Member, 'id'> {
  const free = {
    wrongCodesInRow: 0,
    locks: 0,
    lockedUntil: null,
    boundWrongCodesInRow: 0,
    boundLocks: 0,
    boundLockedUntil: null,
    closedFor: null,
    codesFrom: null,
    leftAt: null,
    leftRun: null,
    forgottenCode: null,
    forgottenAt: null,
    revision: 0,
  };
  return { insuredCode, ...record, ...free, createdAt };
}
