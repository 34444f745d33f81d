import type { Audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import type { Members } from '../members/members.js';
import type { Random } from '../random.js';
import type { StaffOverride } from '../reset/staff-override.js';
import { spanOf } from '../reports/reset-list.js';
import { makeResetListStore } from '../reports/reset-list-store.js';
import type { RequestEvent } from '../requests/events.js';
import type { Tell } from '../chats/tell.js';
import type { Locale } from '../words/words.js';
import { makeActionStore } from './action-store.js';
import { makeActions, type Actions } from './actions.js';
import { makeActionHandlers } from './action-handlers.js';
import type { DocumentRequest } from './documents.js';
import { makeLists, type StaffListParts, type Lists } from './lists.js';
import { makeLookUp, type LookUp } from './look-up.js';
import { makeMemberOverviews, type MemberOverviews } from './member-record.js';
import { makeMemberOverviewStore } from './member-record-store.js';
import { makePeople, type People } from '../people/people.js';
import { makeStaffRequests, type StaffRequests } from '../requests/requests.js';
import { makeResetQueries, type ResetQueries } from './reset-queries.js';
import { makeMaintenance, type Maintenance } from './maintenance.js';
import type { SmsActionParts } from './sms-actions.js';
import { makeTrail, type Trail } from './trail.js';
import type { StaffEvent } from './events.js';

/** What staff work with, for one transaction. */
export interface StaffServices {
  people: People;
  actions: Actions;
  lookUp: LookUp;
  overviews: MemberOverviews;
  trail: Trail;
  resets: ResetQueries;
  requests: StaffRequests;
  maintenance: Maintenance;
  lists: Lists;
  audit: Audit;
  members: Members;
  keyring: Keyring;
  override: StaffOverride;
  /** Has the whole chain of the trail walked, and a head looked for that was kept; what came of it comes to the chat as an event. */
  checkTrail(asked: { chatKey: string; kept: string | null }): Promise<void>;
  /** Asks the providers of SMS how they stand; the answer to this asking comes to the chat as an event. */
  askSms(chatKey: string, id: string): Promise<void>;
  /** Names of the providers of SMS, in the order in which they are tried. */
  smsProviders: readonly string[];
  /** Is there any recovery on record of these days? */
  anyResets(days: { from: Day; to: Day }): Promise<boolean>;
  /** Has a file made for somebody of staff; it comes to their chat, or word why it does not. */
  requestDocument(wanted: {
    order: DocumentRequest;
    personId: number;
    chatKey: string;
    locale: Locale;
  }): Promise<void>;
  /** Updates that could not be handled, and were set aside. */
  parkedUpdates(): Promise<number>;
}

export interface StaffParts extends Pick<
  StaffServices,
  'audit' | 'members' | 'keyring' | 'override' | 'checkTrail' | 'askSms' | 'requestDocument' | 'smsProviders'
> {
  tx: Transaction;
  clock: Clock;
  random: Random;
  chats: Tell<StaffEvent | RequestEvent>;
  insuredCodePattern: RegExp;
  /** Has a test message sent; what came of it is told in its chat. */
  testSms: SmsActionParts['testSms'];
  importPolicy: StaffListParts['importPolicy'];
  orderList: StaffListParts['orderList'];
}

export function makeStaffServices(parts: StaffParts): StaffServices {
  const { tx, random } = parts;
  const people = makePeople(parts);
  const [trail, resets] = [makeTrail({ tx, people }), makeResetQueries(tx)];
  const [requests, maintenance] = [makeStaffRequests(parts), makeMaintenance(parts)];
  const token = (): string => random.bytes(12).toString('hex');
  const lists = makeLists({ ...parts, people });
  const handlers = makeActionHandlers({ ...parts, people, maintenance, requests, resets, lists, token });
  return {
    ...{ people, trail, resets, requests, maintenance, lists },
    actions: makeActions({ ...parts, store: makeActionStore(tx), people, handlers }),
    lookUp: makeLookUp({ ...parts, trail, resets, requests }),
    overviews: makeMemberOverviews(parts),
    audit: parts.audit,
    members: parts.members,
    keyring: parts.keyring,
    override: parts.override,
    checkTrail: parts.checkTrail,
    askSms: parts.askSms,
    smsProviders: parts.smsProviders,
    requestDocument: parts.requestDocument,
    anyResets: ({ from, to }) => makeResetListStore(tx).any(spanOf(from, to)),
    parkedUpdates: () => makeMemberOverviewStore(tx).parkedUpdates(),
  };
}
