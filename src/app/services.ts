import { makeAudit, type Audit } from '../audit/audit.js';
import { makeSealer, type Sealer } from '../audit/sealer.js';
import { makeChats } from '../intake/events.js';
import { makeChatBook } from '../chats/store.js';
import type { ChatBook } from '../chats/chats.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import type { Transaction } from '../db/transaction.js';
import type { Dialogues } from '../dialogues/dialogues.js';
import { makeDialogues } from '../dialogues/store.js';
import type { Keyring } from '../keys/keyring.js';
import { makeMembers, type Members } from '../members/members.js';
import { makeErrands } from '../outbox/errands.js';
import type { Random } from '../random.js';
import { makeReset } from '../reset/make-reset.js';
import { makeSettlement } from '../reset/make-settlement.js';
import type { Chats } from '../reset/ports.js';
import type { Reset, Settlement } from '../reset/service.js';

/** What the rooms offer within one transaction. */
export interface Services {
  reset: Reset;
  settlement: Settlement;
  members: Members;
  chats: Chats;
  chatBook: ChatBook;
  dialogues: Dialogues;
  audit: Audit;
  sealer: Sealer;
}

/** What all transactions share. */
export interface Ground {
  config: Config;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  dialogueVersion: string;
}

export function servicesIn(ground: Ground, tx: Transaction): Services {
  const { config, keyring, clock, random, dialogueVersion } = ground;
  const within = { tx, keyring, clock, random };
  const chats = makeChats(within);
  const heart = { ...within, policy: config.policy, errands: makeErrands(within), chats };
  return {
    reset: makeReset(heart),
    settlement: makeSettlement(heart),
    members: makeMembers(within),
    chats,
    chatBook: makeChatBook(within),
    audit: makeAudit(within),
    sealer: makeSealer(within),
    dialogues: makeDialogues({ ...within, life: config.dialogue, version: dialogueVersion }),
  };
}
