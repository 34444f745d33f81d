import type { Audit } from '../audit/audit.js';
import { chatAddress } from '../chats/address.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Tell } from '../chats/tell.js';
import type { People } from '../people/people.js';
import { makeAlertStore } from './alert-store.js';
import { causes, type AlertFacts, type Cause, type CauseRule } from './causes.js';
import type { AlertEvent } from './events.js';

/** Trouble that somebody of staff ought to look at. */
export interface Trouble {
  cause: Cause;
  /** A provider, a messenger, a job or an insured code, as the cause asks for; nothing where there is only one. */
  about?: string;
  facts?: AlertFacts;
}

/** Tells staff of trouble in their chats: rows first, and once for each cause and its quiet time, whoever sees it. */
export interface Alerts {
  /** True when staff are told; false when they were a short while ago. */
  raise(trouble: Trouble): Promise<boolean>;
  /** The trouble is over, which is told if its beginning was; true where it was. */
  clear(trouble: Pick<Trouble, 'cause' | 'about'>, over: Trouble): Promise<boolean>;
}

export interface AlertParts {
  tx: Transaction;
  clock: Clock;
  chats: Tell<AlertEvent>;
  audit: Audit;
  people: Pick<People, 'chatsOf'>;
}

export function makeAlerts(parts: AlertParts): Alerts {
  const store = makeAlertStore(parts.tx);
  const raise = async (trouble: Trouble): Promise<boolean> => {
    const { cause, about = '' } = trouble;
    const now = parts.clock.now();
    const quietSince = new Date(now.getTime() - causes[cause].quietMs);
    if (!(await store.takeTurn({ cause, about }, now, quietSince))) return false;
    await tell(parts, trouble, now);
    return true;
  };
  return {
    raise,
    clear: async ({ cause, about = '' }, over) => {
      const stood = await store.end({ cause, about });
      if (stood) await raise(over);
      return stood;
    },
  };
}

async function tell(
  { chats, audit, people }: AlertParts,
  { cause, about = '', facts = {} }: Trouble,
  now: Date,
): Promise<void> {
  const rule = causes[cause];
  if (rule.inTrail === 'by the alert') {
    const detail = { ...facts, ...(about === '' ? {} : { about }) };
    await audit.write({ reason: cause, actor: 'system', detail });
  }
  const reached = (await people.chatsOf(rule.least)).filter(reaches(rule, about));
  for (const chatKey of reached) {
    const key = `alert:${cause}:${about}:${facts['reference'] ?? now.getTime()}:${chatKey}`;
    await chats.tell(chatKey, { kind: 'staff-alert', cause, about, facts }, key);
  }
}

/** What is wrong with a messenger is told on the others. */
const reaches =
  (rule: CauseRule, about: string) =>
  (chatKey: string): boolean =>
    rule.about !== 'messenger' || chatAddress(chatKey).platform !== about;
