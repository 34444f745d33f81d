import type { Audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import type { Members } from '../members/members.js';
import type { Random } from '../random.js';
import type { Overrule } from '../reset/staff-override.js';
import { spanOf } from '../reports/reset-list.js';
import { makeResetListStore } from '../reports/reset-list-store.js';
import type { Chats } from '../reset/ports.js';
import type { Locale } from '../words/words.js';
import { makeActStore } from './action-store.js';
import { makeActs, type Acts } from './actions.js';
import { makeDeeds } from './action-handlers.js';
import type { FileOrder } from './documents.js';
import { makeLists, type ListParts, type Lists } from './lists.js';
import { makeLookUp, type LookUp } from './look-up.js';
import { makeMemberFiles, type MemberFiles } from './member-record.js';
import { makeMemberFileStore } from './member-record-store.js';
import { makePeople, type People } from '../people/people.js';
import { makeStaffRequests, type StaffRequests } from '../requests/requests.js';
import { makeResetBook, type ResetBook } from './reset-queries.js';
import { makeSign, type Sign } from './maintenance.js';
import type { SmsDeedParts } from './sms-actions.js';
import { makeTrail, type Trail } from './trail.js';

/** What staff work with, for one transaction. */
export interface StaffRoom {
  people: People;
  acts: Acts;
  lookUp: LookUp;
  files: MemberFiles;
  trail: Trail;
  resets: ResetBook;
  requests: StaffRequests;
  sign: Sign;
  lists: Lists;
  audit: Audit;
  members: Members;
  keyring: Keyring;
  overrule: Overrule;
  /** Has the whole chain of the trail walked, and a head looked for that was kept; what came of it comes to the chat as an event. */
  checkTrail(asked: { chatKey: string; kept: string | null }): Promise<void>;
  /** Asks the providers of SMS how they stand; the answer to this asking comes to the chat as an event. */
  askSms(chatKey: string, id: string): Promise<void>;
  /** Names of the providers of SMS, in the order in which they are tried. */
  smsProviders: readonly string[];
  /** Is there any recovery on record of these days? */
  anyResets(days: { from: Day; to: Day }): Promise<boolean>;
  /** Has a file made for somebody of staff; it comes to their chat, or word why it does not. */
  orderFile(wanted: { order: FileOrder; personId: number; chatKey: string; locale: Locale }): Promise<void>;
  /** Updates that could not be handled, and were set aside. */
  parkedUpdates(): Promise<number>;
}

export interface StaffParts extends Pick<
  StaffRoom,
  'audit' | 'members' | 'keyring' | 'overrule' | 'checkTrail' | 'askSms' | 'orderFile' | 'smsProviders'
> {
  tx: Transaction;
  clock: Clock;
  random: Random;
  chats: Chats;
  insuredCodePattern: RegExp;
  /** Has a test message sent; what came of it is told in its chat. */
  testSms: SmsDeedParts['testSms'];
  importPolicy: ListParts['importPolicy'];
  orderList: ListParts['orderList'];
}

export function makeStaffRoom(parts: StaffParts): StaffRoom {
  const { tx, random } = parts;
  const people = makePeople(parts);
  const [trail, resets] = [makeTrail({ tx, people }), makeResetBook(tx)];
  const [requests, sign] = [makeStaffRequests(parts), makeSign(parts)];
  const token = (): string => random.bytes(12).toString('hex');
  const lists = makeLists({ ...parts, people });
  const deeds = makeDeeds({ ...parts, people, sign, requests, resets, lists, token });
  return {
    ...{ people, trail, resets, requests, sign, lists },
    acts: makeActs({ ...parts, store: makeActStore(tx), people, deeds }),
    lookUp: makeLookUp({ ...parts, trail, resets, requests }),
    files: makeMemberFiles(parts),
    audit: parts.audit,
    members: parts.members,
    keyring: parts.keyring,
    overrule: parts.overrule,
    checkTrail: parts.checkTrail,
    askSms: parts.askSms,
    smsProviders: parts.smsProviders,
    orderFile: parts.orderFile,
    anyResets: ({ from, to }) => makeResetListStore(tx).any(spanOf(from, to)),
    parkedUpdates: () => makeMemberFileStore(tx).parkedUpdates(),
  };
}
