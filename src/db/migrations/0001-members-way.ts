import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  instant,
  long,
  optional,
  preset,
  primary,
  serial,
  whole,
  type TableDraft,
} from './table.js';

/** The tables of a member's way back: intake, outbox, members and their recoveries. */
export class MembersWay1795000000000 implements MigrationInterface {
  readonly name = 'MembersWay1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const draft of tables) await createTable(runner, draft);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name, true);
  }
}

const tables: TableDraft[] = [
  {
    name: 'chats',
    columns: [primary(code('key', 96)), preset(code('locale', 8), 'fa'), instant('created_at')],
  },
  {
    name: 'inbox',
    columns: [
      serial('id'),
      code('source', 64),
      code('update_id', 64),
      code('chat_key', 96),
      long('payload'),
      code('key_id', 16),
      code('state', 8),
      preset(whole('tries'), 0),
      instant('received_at'),
      instant('due_at'),
      optional(code('fault', 255)),
    ],
    indices: [
      { name: 'inbox_once', columnNames: ['source', 'update_id'], isUnique: true },
      { name: 'inbox_due', columnNames: ['state', 'due_at'] },
      { name: 'inbox_lane', columnNames: ['chat_key', 'state'] },
      { name: 'inbox_purge', columnNames: ['state', 'received_at'] },
    ],
  },
  {
    name: 'outbox',
    columns: [
      serial('id'),
      code('kind', 24),
      optional(code('lane', 96)),
      optional(code('subject', 64)),
      long('payload'),
      code('key_id', 16),
      code('state', 12),
      preset(whole('tries'), 0),
      instant('created_at'),
      instant('due_at'),
      optional(instant('lease_until')),
      optional(code('holder', 32)),
      optional(code('outside_id', 64)),
      optional(code('fault', 255)),
    ],
    indices: [
      { name: 'outbox_due', columnNames: ['state', 'due_at'] },
      { name: 'outbox_lane', columnNames: ['lane', 'state'] },
      { name: 'outbox_lease', columnNames: ['state', 'lease_until'] },
      { name: 'outbox_subject', columnNames: ['subject'] },
    ],
  },
  {
    name: 'dialogues',
    columns: [
      primary(code('chat_key', 96)),
      code('version', 16),
      long('state'),
      code('key_id', 16),
      instant('started_at'),
      instant('idle_at'),
      instant('ends_at'),
    ],
    indices: [
      { name: 'dialogues_idle', columnNames: ['idle_at'] },
      { name: 'dialogues_end', columnNames: ['ends_at'] },
    ],
  },
  {
    name: 'members',
    columns: [
      serial('id'),
      code('insured_code', 32),
      code('national_id', 255),
      code('national_id_index', 64),
      optional(code('mobile', 255)),
      optional(code('mobile_index', 64)),
      optional(code('mobile_source', 16)),
      code('key_id', 16),
      preset(whole('wrong_codes_in_row'), 0),
      preset(whole('locks'), 0),
      optional(instant('locked_until')),
      optional(code('closed_for', 16)),
      preset(whole('revision'), 0),
      instant('created_at'),
    ],
    indices: [
      { name: 'members_insured_code', columnNames: ['insured_code'], isUnique: true },
      { name: 'members_national_id_index', columnNames: ['national_id_index'] },
      { name: 'members_mobile_index', columnNames: ['mobile_index'] },
    ],
  },
  {
    name: 'coverages',
    columns: [serial('id'), whole('member_id'), code('starts_on', 10), code('ends_on', 10)],
    indices: [{ name: 'coverages_member_from', columnNames: ['member_id', 'starts_on'], isUnique: true }],
  },
  {
    name: 'reset_tallies',
    columns: [primary(whole('coverage_id')), whole('member_id'), whole('used'), whole('allowance')],
    checks: [{ name: 'reset_tallies_within_allowance', expression: 'used >= 0 AND used <= allowance' }],
  },
  {
    name: 'challenges',
    columns: [
      primary(code('id', 32)),
      whole('member_id'),
      optional(whole('open_member_id')),
      whole('coverage_id'),
      code('chat_key', 96),
      code('sender_id', 24),
      code('mobile', 255),
      code('mobile_index', 64),
      code('mobile_source', 16),
      code('key_id', 16),
      code('state', 12),
      preset(whole('wrong_codes'), 0),
      preset(whole('sends'), 0),
      instant('last_sent_at'),
      instant('created_at'),
      instant('expires_at'),
    ],
    indices: [
      { name: 'challenges_open_member', columnNames: ['open_member_id'], isUnique: true },
      { name: 'challenges_chat', columnNames: ['chat_key', 'state'] },
      { name: 'challenges_expiry', columnNames: ['state', 'expires_at'] },
    ],
  },
  {
    name: 'password_resets',
    columns: [
      primary(code('id', 32)),
      whole('member_id'),
      optional(whole('unsettled_member_id')),
      whole('coverage_id'),
      code('challenge_id', 32),
      code('insured_code', 32),
      code('chat_key', 96),
      code('reference', 12),
      code('state', 12),
      instant('reserved_at'),
      optional(instant('settled_at')),
      optional(instant('next_ask_at')),
      preset(whole('asks'), 0),
      optional(code('staff_reason', 24)),
    ],
    indices: [
      { name: 'password_resets_challenge', columnNames: ['challenge_id'], isUnique: true },
      { name: 'password_resets_unsettled_member', columnNames: ['unsettled_member_id'], isUnique: true },
      { name: 'password_resets_next_ask', columnNames: ['state', 'next_ask_at'] },
      { name: 'password_resets_coverage', columnNames: ['coverage_id'] },
    ],
  },
  {
    name: 'bound_chats',
    columns: [serial('id'), whole('member_id'), code('chat_key', 96), instant('bound_at')],
    indices: [{ name: 'bound_chats_pair', columnNames: ['member_id', 'chat_key'], isUnique: true }],
  },
  {
    name: 'limit_counters',
    columns: [primary(code('key', 112)), whole('count'), instant('window_ends_at')],
    indices: [{ name: 'limit_counters_window', columnNames: ['window_ends_at'] }],
  },
  {
    name: 'audit',
    columns: [
      serial('id'),
      instant('at'),
      code('event', 64),
      code('actor', 112),
      optional(whole('member_id')),
      optional(code('reference', 12)),
      long('detail'),
      optional(whole('sequence')),
      optional(code('hash', 64)),
    ],
    indices: [
      { name: 'audit_sequence', columnNames: ['sequence'], isUnique: true },
      { name: 'audit_reference', columnNames: ['reference'] },
      { name: 'audit_member', columnNames: ['member_id'] },
      { name: 'audit_at', columnNames: ['at'] },
    ],
  },
  {
    name: 'staff_requests',
    columns: [
      serial('id'),
      code('kind', 16),
      whole('member_id'),
      optional(code('open_key', 48)),
      code('chat_key', 96),
      code('reference', 12),
      code('state', 12),
      instant('created_at'),
    ],
    indices: [
      { name: 'staff_requests_open', columnNames: ['open_key'], isUnique: true },
      { name: 'staff_requests_reference', columnNames: ['reference'], isUnique: true },
    ],
  },
  {
    name: 'portal_accounts',
    columns: [
      primary(code('insured_code', 32)),
      code('password_hash', 255),
      code('initial_hash', 255),
      code('password', 8),
    ],
  },
  {
    name: 'portal_resets',
    columns: [primary(code('id', 32)), code('insured_code', 32), whole('calls')],
  },
];
