import type { Connection, RowDataPacket } from 'mysql2/promise';
import { multiply } from './multiply.js';

/** Rows of the product's own tables, many at a time. They are copies of rows that it has written itself. */

const now = 'UTC_TIMESTAMP(3)';

/** Members whom nobody plays: national ID and mobile are another's, but each is found by indexes of its own. */
export async function growMembers(connection: Connection, from: number, to: number): Promise<void> {
  const otherwise = {
    id: 'seq',
    insured_code: `CONCAT('9', LPAD(seq, 9, '0'))`,
    national_id_index: `SHA2(CONCAT('national-id', seq), 256)`,
    mobile_index: `SHA2(CONCAT('mobile', seq), 256)`,
  };
  await multiply(connection, { table: 'members', from, to, otherwise });
  await multiply(connection, { table: 'coverages', from, to, otherwise: { member_id: 'seq' } });
}

/** One open challenge for each of these members, all of which have run out this moment. */
export async function growChallenges(connection: Connection, from: number, to: number): Promise<void> {
  const otherwise = {
    id: `LPAD(HEX(seq), 32, '0')`,
    member_id: 'seq',
    open_member_id: 'seq',
    chat_key: `CONCAT('telegram:1:', seq)`,
    state: `'open'`,
    expires_at: now,
  };
  await multiply(connection, { table: 'challenges', from, to, otherwise });
}

/** Rows that are done with, but not old enough to be purged: what a busy month leaves behind. */
export async function growBacklog(connection: Connection, rows: number): Promise<void> {
  const [from, to] = [1, rows];
  const done = `state = 'done'`;
  await multiply(connection, {
    ...{ table: 'inbox', where: done, from, to },
    otherwise: {
      update_id: `CONCAT('old-', seq)`,
      chat_key: `CONCAT('old:', seq)`,
      received_at: now,
      due_at: now,
    },
  });
  await multiply(connection, {
    ...{ table: 'outbox', where: done, from, to },
    otherwise: { lane: `CONCAT('old:', seq)`, subject: 'NULL', created_at: now, due_at: now },
  });
  const [[last]] = await connection.query<RowDataPacket[]>('SELECT MAX(sequence) AS place FROM audit');
  await multiply(connection, {
    ...{ table: 'audit', where: 'sequence IS NOT NULL', from, to },
    otherwise: {
      sequence: `seq + ${Number(last?.['place'])}`,
      ...{ writer: `'bench'`, number: 'seq', member_id: 'seq', at: now },
    },
  });
}
