import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  code,
  createIndices,
  dropColumns,
  dropIndices,
  instant,
  optional,
  type ColumnDraft,
  type IndexDraft,
} from './table.js';

/** Which number a bound chat was proven by, when it was used last, and whether it has ended; and what was said of a recovery. */
export class BoundChats1796600000000 implements MigrationInterface {
  readonly name = 'BoundChats1796600000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await createIndices(runner, indices);
    await runner.query(provenByNow);
    await runner.query(lastUse);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndices(runner, indices);
    await dropColumns(runner, columns.toReversed());
  }
}

const columns: readonly ColumnDraft[] = [
  { table: 'bound_chats', ...optional(code('proven_by', 64)) },
  { table: 'bound_chats', ...optional(instant('last_used_at')) },
  { table: 'bound_chats', ...optional(instant('ended_at')) },
  { table: 'bound_chats', ...optional(code('ended_for', 8)) },
  { table: 'password_resets', ...optional(instant('reported_at')) },
];

const indices: readonly IndexDraft[] = [
  { table: 'bound_chats', name: 'bound_chats_chat', columnNames: ['chat_key'] },
];

/** Nothing tells which number a chat was proven by: it ends with the one that is on record today. */
const provenByNow = `UPDATE bound_chats SET proven_by =
  (SELECT mobile_index FROM members WHERE members.id = bound_chats.member_id) WHERE proven_by IS NULL`;

/** The last recovery that was made there. */
const lastUse = `UPDATE bound_chats SET last_used_at =
  (SELECT MAX(reserved_at) FROM password_resets
    WHERE password_resets.member_id = bound_chats.member_id AND password_resets.chat_key = bound_chats.chat_key)
  WHERE last_used_at IS NULL`;
