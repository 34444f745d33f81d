import { Dialogue } from '../../entities/dialogue.js';
import type { Clock } from '../clock.js';
import { changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import type { Dialogues, OpenDialogue } from './dialogues.js';

/** How long a dialogue may last, in milliseconds. */
export interface DialogueLife {
  /** Without a word from the member. */
  idleMs: number;
  /** From its first question, whatever happens. */
  wholeMs: number;
}

export interface DialogueStoreParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  life: DialogueLife;
  /** Of the dialogue's source: a state that another version wrote cannot be resumed. */
  version: string;
}

export function makeDialogues({ tx, keyring, clock, life, version }: DialogueStoreParts): Dialogues {
  const status = ({ version: written, idleAt, endsAt }: Dialogue): OpenDialogue['status'] => {
    const now = clock.now();
    if (endsAt <= now) return 'too-long';
    if (idleAt <= now) return 'idle';
    return written === version ? 'live' : 'stale';
  };
  return {
    async read(chatKey) {
      const dialogue = await tx.findOneBy(Dialogue, { chatKey });
      return dialogue && { state: keyring.decrypt('dialogue', dialogue.state), status: status(dialogue) };
    },
    async write(chatKey, state) {
      const now = clock.now();
      const idleAt = new Date(now.getTime() + life.idleMs);
      const kept = { version, state: keyring.encrypt('dialogue', state), keyId: keyring.current, idleAt };
      if (changedOne(await tx.update(Dialogue, { chatKey }, kept))) return;
      await tx.insert(Dialogue, {
        chatKey,
        ...kept,
        startedAt: now,
        endsAt: new Date(now.getTime() + life.wholeMs),
      });
    },
    async remove(chatKey) {
      await tx.delete(Dialogue, { chatKey });
    },
  };
}
