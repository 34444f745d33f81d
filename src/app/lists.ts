import { tmpdir } from 'node:os';
import { platforms } from '../chat/platform.js';
import type { TransactionRunner } from '../db/transaction.js';
import { usualRules } from '../import/read-members.js';
import type { Messenger } from '../messenger/messenger.js';
import { makeImportHandler } from '../handlers/import/handler.js';
import type { Words } from '../words/words.js';
import { servicesIn, type SharedDeps } from './services.js';

export interface ListsParts {
  shared: SharedDeps;
  inTransaction: TransactionRunner;
  messenger: Messenger;
  words: Words;
}

/** Who works on lists of members that come by this messenger. */
export function importHandler({ shared, inTransaction, messenger, words }: ListsParts) {
  const { config, keyring, clock } = shared;
  return makeImportHandler({
    messenger,
    inTransaction,
    keyring,
    clock,
    folder: tmpdir(),
    capabilities: platforms[messenger.platform].capabilities,
    policy: config.policy,
    rules: usualRules(config.insuredCodePattern, words, clock),
    services: (tx) => servicesIn(shared, tx),
  });
}
