import { Dialogue } from '../../entities/dialogue.js';
import type { Clock } from '../clock.js';
import { changedOne } from '../db/changed.js';
import { changeRows, storedMoment, momentOf, readRows, type Nullable } from '../db/statement.js';
import { insertRows } from '../db/rows.js';
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
  /** The dialogue of a chat, or that it has none, as the transaction has read it already. */
  known?: { chatKey: string; row: DialogueRow | null } | undefined;
}

/** Read and written at every step of every dialogue, so in words of our own. */
export interface DialogueRow {
  version: string;
  state: string;
  idle_at: string | Date;
  ends_at: string | Date;
}

/** What a join has found of a chat's dialogue; null where it has none. */
export const dialogueIn = (row: Nullable<DialogueRow>): DialogueRow | null =>
  row.version === null ? null : (row as DialogueRow);

export function makeDialogues(parts: DialogueStoreParts): Dialogues {
  const { tx, keyring, clock, life, version } = parts;
  let { known } = parts;
  const rowOf = async (chatKey: string): Promise<DialogueRow | null> => {
    if (known?.chatKey === chatKey) return known.row;
    const sql = 'SELECT version, state, idle_at, ends_at FROM dialogues WHERE chat_key = ?';
    return (await readRows<DialogueRow>(tx, sql, [chatKey]))[0] ?? null;
  };
  const status = ({ version: written, idle_at, ends_at }: DialogueRow): OpenDialogue['status'] => {
    const now = clock.now();
    if (momentOf(ends_at) <= now) return 'too-long';
    if (momentOf(idle_at) <= now) return 'idle';
    return written === version ? 'live' : 'stale';
  };
  return {
    async read(chatKey) {
      const row = await rowOf(chatKey);
      return row ? { state: keyring.decrypt('dialogue', row.state), status: status(row) } : null;
    },
    async write(chatKey, state) {
      const isFirst = known?.chatKey === chatKey && known.row === null;
      known = undefined;
      const now = clock.now();
      const idleAt = new Date(now.getTime() + life.idleMs);
      const kept = { version, state: keyring.encrypt('dialogue', state), keyId: keyring.current, idleAt };
      const change = () =>
        changeRows(
          tx,
          'UPDATE dialogues SET version = ?, state = ?, key_id = ?, idle_at = ? WHERE chat_key = ?',
          [kept.version, kept.state, kept.keyId, storedMoment(idleAt), chatKey],
        );
      if (!isFirst && changedOne(await change())) return;
      await insertRows(tx, Dialogue, [
        {
          chatKey,
          ...kept,
          startedAt: now,
          endsAt: new Date(now.getTime() + life.wholeMs),
        },
      ]);
    },
    async remove(chatKey) {
      known = undefined;
      await tx.delete(Dialogue, { chatKey });
    },
  };
}
