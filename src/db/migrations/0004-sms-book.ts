import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, instant, optional, serial, whole, type TableDraft } from './table.js';

/** The book of text messages. */
export class SmsBook1795300000000 implements MigrationInterface {
  readonly name = 'SmsBook1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, smsMessages);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(smsMessages.name, true);
  }
}

const smsMessages: TableDraft = {
  name: 'sms_messages',
  columns: [
    serial('id'),
    code('purpose', 8),
    code('subject', 64),
    code('provider', 16),
    optional(code('provider_id', 64)),
    code('state', 12),
    code('delivery', 12),
    optional(whole('price_rials')),
    instant('sent_at'),
    optional(instant('asked_at')),
    optional(instant('next_ask_at')),
  ],
  indices: [
    { name: 'sms_messages_next_ask', columnNames: ['next_ask_at'] },
    { name: 'sms_messages_provider_id', columnNames: ['provider', 'provider_id'] },
    { name: 'sms_messages_subject', columnNames: ['subject'] },
    { name: 'sms_messages_sent', columnNames: ['sent_at'] },
  ],
};
