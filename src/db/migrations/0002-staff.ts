import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  instant,
  long,
  optional,
  primary,
  serial,
  whole,
  type TableDraft,
} from './table.js';

/** The tables of staff: who they are, what they are asked, and the sign on the door. */
export class Staff1795100000000 implements MigrationInterface {
  readonly name = 'Staff1795100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const draft of tables) await createTable(runner, draft);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name, true);
  }
}

const tables: TableDraft[] = [
  {
    name: 'staff_people',
    columns: [serial('id'), code('name', 60), code('role', 12), code('state', 8), instant('created_at')],
  },
  {
    name: 'staff_accounts',
    columns: [
      serial('id'),
      whole('person_id'),
      code('platform', 12),
      code('account', 24),
      optional(code('chat_key', 96)),
    ],
    indices: [
      { name: 'staff_accounts_once', columnNames: ['platform', 'account'], isUnique: true },
      { name: 'staff_accounts_person', columnNames: ['person_id'] },
    ],
  },
  {
    name: 'staff_questions',
    columns: [
      primary(code('token', 24)),
      whole('person_id'),
      code('chat_key', 96),
      long('act'),
      code('leaves', 255),
      optional(whole('approval_id')),
      code('state', 8),
      instant('expires_at'),
    ],
    indices: [{ name: 'staff_questions_expiry', columnNames: ['expires_at'] }],
  },
  {
    name: 'staff_approvals',
    columns: [
      serial('id'),
      code('reference', 12),
      whole('asked_by'),
      long('act'),
      code('leaves', 255),
      code('state', 12),
      optional(whole('decided_by')),
      instant('created_at'),
      instant('expires_at'),
    ],
    indices: [{ name: 'staff_approvals_reference', columnNames: ['reference'], isUnique: true }],
  },
  {
    name: 'closed_signs',
    columns: [primary(whole('id')), code('text', 300), instant('since')],
  },
];
