import type { Audit } from '../audit/audit.js';
import type { Tell } from '../chats/tell.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { lazily } from '../lazy.js';
import type { IdentityChanges } from '../members/identity-changes.js';
import type { Forgetting } from '../members/forget.js';
import type { Members } from '../members/members.js';
import type { People } from '../people/people.js';
import type { SecondPersons } from '../people/second-persons.js';
import type { Random } from '../random.js';
import type { StaffRequests } from '../requests/requests.js';
import type { StaffOverride } from '../reset/staff-override.js';
import { makeActionHandlers } from './action-handlers.js';
import { makeActionStore } from './action-store.js';
import { makeActions, type Actions } from './actions.js';
import { makeDocuments, type DocumentParts, type Documents } from './document-requests.js';
import type { StaffEvent } from './events.js';
import { makeLists, type Lists, type StaffListParts } from './lists.js';
import { makeLookUp, type LookUp } from './look-up.js';
import type { Maintenance } from './maintenance.js';
import type { Mutes } from './mutes.js';
import { makeMemberOverviews } from './member-overview.js';
import { makeMemberOverviewStore } from './member-overview-store.js';
import { makePrompts, type Prompts } from './prompts.js';
import { makeRecoveries, type Recoveries } from './recoveries.js';
import type { SmsActionParts } from './sms-actions.js';
import { makeSmsStatus, type SmsStatus, type SmsStatusParts } from './sms-status.js';
import { makeTrail, type Trail, type TrailParts } from './trail.js';

/** What staff work with, for one transaction; each is made when it is first asked for. */
export interface StaffServices {
  readonly lookUp: LookUp;
  readonly actions: Actions;
  readonly trail: Trail;
  readonly documents: Documents;
  readonly requests: StaffRequests;
  readonly recoveries: Recoveries;
  readonly secondPersons: SecondPersons;
  readonly lists: Lists;
  readonly prompts: Prompts;
  readonly sms: SmsStatus;
  readonly mutes: Mutes;
  /** Updates that could not be handled, and were set aside. */
  readonly countDeadLetters: () => Promise<number>;
}

export interface StaffParts
  extends
    Pick<TrailParts, 'enqueueTrailCheck'>,
    Pick<DocumentParts, 'enqueueDocument'>,
    Pick<StaffListParts, 'enqueueImport' | 'noticesPerHour'>,
    Pick<SmsStatusParts, 'enqueueSmsStatus' | 'smsProviders'>,
    Pick<SmsActionParts, 'enqueueSmsTest'> {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  insuredCodePattern: RegExp;
  override: () => StaffOverride;
  services: Readonly<{
    audit: Audit;
    chats: Tell<StaffEvent>;
    identityChanges: IdentityChanges;
    forgetting: Forgetting;
    maintenance: Maintenance;
    mutes: Mutes;
    members: Members;
    people: People;
    secondPersons: SecondPersons;
    requests: StaffRequests;
  }>;
}

const tokenBytes = 12;

export function makeStaffServices(parts: StaffParts): StaffServices {
  const { tx, clock, random, keyring, services } = parts;
  const made: StaffServices & { override: StaffOverride } = lazily<
    StaffServices & { override: StaffOverride }
  >({
    override: parts.override,
    requests: () => services.requests,
    secondPersons: () => services.secondPersons,
    trail: () =>
      makeTrail({ tx, keyring, people: services.people, enqueueTrailCheck: parts.enqueueTrailCheck }),
    recoveries: () => makeRecoveries({ tx, audit: services.audit, override: made.override }),
    documents: () => makeDocuments({ tx, audit: services.audit, enqueueDocument: parts.enqueueDocument }),
    lists: () => {
      const { audit, people, secondPersons } = services;
      return makeLists({ ...parts, audit, people, secondPersons });
    },
    prompts: () => makePrompts({ tx, clock }),
    sms: () => makeSmsStatus(parts),
    mutes: () => services.mutes,
    lookUp: () =>
      makeLookUp({
        members: services.members,
        forgetting: services.forgetting,
        audit: services.audit,
        trail: made.trail,
        recoveries: made.recoveries,
        requests: services.requests,
        overviews: makeMemberOverviews({
          tx,
          clock,
          keyring,
          members: services.members,
          override: made.override,
        }),
        insuredCodePattern: parts.insuredCodePattern,
      }),
    actions: () => {
      const { audit, chats, forgetting, identityChanges, maintenance, members, people } = services;
      const { mutes, requests, secondPersons } = services;
      const { lists, override, recoveries } = made;
      const token = (): string => random.bytes(tokenBytes).toString('hex');
      const around = { audit, chats, keyring, members, people, secondPersons, requests, token };
      const { enqueueSmsTest } = parts;
      const handlers = makeActionHandlers({
        ...around,
        enqueueSmsTest,
        forgetting,
        identityChanges,
        lists,
        maintenance,
        mutes,
        override,
        recoveries,
      });
      return makeActions({ ...around, clock, random, handlers, store: makeActionStore(tx) });
    },
    countDeadLetters: () => () => makeMemberOverviewStore(tx).parkedUpdates(),
  });
  return made;
}
