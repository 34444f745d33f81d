import { tmpdir } from 'node:os';
import { platforms } from '../chat/platform.js';
import type { InTransaction } from '../db/transaction.js';
import { usualRules } from '../import/read-members.js';
import type { Messenger } from '../messenger/messenger.js';
import { makeListPerformer } from '../handlers/import/handler.js';
import type { Words } from '../words/words.js';
import { servicesIn, type Ground } from './services.js';

export interface ListsParts {
  ground: Ground;
  inTransaction: InTransaction;
  messenger: Messenger;
  words: Words;
}

/** Who works on lists of members that come by this messenger. */
export function listPerformer({ ground, inTransaction, messenger, words }: ListsParts) {
  const { config, keyring, clock } = ground;
  return makeListPerformer({
    ...{ messenger, inTransaction, keyring, clock, folder: tmpdir() },
    capabilities: platforms[messenger.platform].capabilities,
    policy: config.importPolicy,
    rules: usualRules(config.insuredCodePattern, words),
    rooms: (tx) => servicesIn(ground, tx),
  });
}
