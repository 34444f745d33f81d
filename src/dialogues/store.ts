import { Dialogue } from '../../entities/dialogue.js';
import type { Clock } from '../clock.js';
import { changedOne } from '../db/changed.js';
import { changeRows, storedMoment, momentOf, readRows } from '../db/statement.js';
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

/** Read and written at every step of every dialogue, so in words of our own. */
interface DialogueRow {
  version: string;
  state: string;
  idle_at: string | Date;
  ends_at: string | Date;
}

export function makeDialogues({ tx, keyring, clock, life, version }: DialogueStoreParts): Dialogues {
  const status = ({ version: written, idle_at, ends_at }: DialogueRow): OpenDialogue['status'] => {
    const now = clock.now();
    if (momentOf(ends_at) <= now) return 'too-long';
    if (momentOf(idle_at) <= now) return 'idle';
    return written === version ? 'live' : 'stale';
  };
  return {
    async read(chatKey) {
      const [row] = await readRows<DialogueRow>(
        tx,
        'SELECT version, state, idle_at, ends_at FROM dialogues WHERE chat_key = ?',
        [chatKey],
      );
      return row ? { state: keyring.decrypt('dialogue', row.state), status: status(row) } : null;
    },
    async write(chatKey, state) {
      const now = clock.now();
      const idleAt = new Date(now.getTime() + life.idleMs);
      const kept = { version, state: keyring.encrypt('dialogue', state), keyId: keyring.current, idleAt };
      const changed = await changeRows(
        tx,
        'UPDATE dialogues SET version = ?, state = ?, key_id = ?, idle_at = ? WHERE chat_key = ?',
        [kept.version, kept.state, kept.keyId, storedMoment(idleAt), chatKey],
      );
      if (changedOne(changed)) return;
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
