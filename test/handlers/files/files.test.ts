import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditEntry } from '../../../entities/audit-entry.js';
import { OutboxEntry } from '../../../entities/outbox-entry.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { auditEvent } from '../../../src/audit/vocabulary.js';
import type { MadeFile } from '../../../src/handlers/files/maker.js';
import { onBothDatabases } from '../../support/both-databases.js';
import { atDesk } from './file-harness.js';

const table: MadeFile = {
  as: 'document',
  name: 'table.csv',
  mime: 'text/csv',
  caption: 'جدول',
  content: ['code,', Buffer.from('day\r\n')] as never,
};

onBothDatabases('a file for one of staff', (house) => {
  let emulator: Emulator;
  let desk: ReturnType<typeof atDesk>;
  beforeEach(async () => {
    emulator = await startEmulator({});
    desk = atDesk(house(), emulator);
    await desk.hire();
  });
  afterEach(() => emulator.stop());

  it.each(['telegram', 'bale'] as const)(
    'arrives byte by byte, with its name and caption: %s',
    async (at) => {
      const chat = desk.chatOf(at);
      await desk.ask(at);
      expect(await desk.perform(at, () => table)).toMatchObject({ kind: 'done', result: 'sent' });
      const message = await chat.waitFor(({ file }) => file !== null);
      expect(message).toMatchObject({ text: 'جدول', file: { name: 'table.csv', mime: 'text/csv' } });
      expect(chat.open(message).toString()).toBe('code,day\r\n');
      expect(emulator.calls().at(-1)).toMatchObject({ method: 'sendDocument', unknownFields: [] });
    },
  );

  it('may be a picture', async () => {
    desk.chatOf('telegram');
    await desk.ask('telegram');
    await desk.perform('telegram', () => ({ ...table, as: 'photo', name: 'picture.png' }));
    expect(emulator.calls().at(-1)).toMatchObject({ method: 'sendPhoto' });
  });

  it('is asked for in a few words, and does not stand in the lane of what is said meanwhile', async () => {
    await desk.ask('telegram');
    const row = await house().manager.findOneByOrFail(OutboxEntry, { kind: 'file:telegram' });
    expect(row.lane).toBe('files:telegram:700001:3002');
    expect(row.payload.length).toBeLessThan(1_000);
  });

  it('is not made for somebody who is of staff no more, nor sent if they leave while it is made', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    let made = 0;
    const leaving = async () => {
      made += 1;
      await desk.dismiss();
      return table;
    };
    expect(await desk.perform('telegram', leaving)).toMatchObject({ result: 'not-allowed' });
    expect(await desk.perform('telegram', leaving)).toMatchObject({ result: 'not-allowed' });
    expect(made).toBe(1);
    expect(chat.messages().filter(({ from }) => from === 'bot')).toEqual([]);
  });

  it('is kept from a lower rank, and the trail says so', async () => {
    await desk.ask('telegram');
    await desk.demote();
    const outcome = await desk.perform('telegram', () => table);
    expect(outcome).toMatchObject({ kind: 'failed', result: 'not-allowed' });
    await desk.settle('telegram', 'not-allowed');
    expect(await desk.told()).toEqual([{ kind: 'staff-file', what: 'recoveries', trouble: 'not-allowed' }]);
    const event = auditEvent('staff-not-allowed');
    const line = await house().manager.findOneByOrFail(AuditEntry, { event });
    expect(JSON.parse(line.detail)).toEqual({ platform: 'telegram', file: 'recoveries' });
  });

  it('that has nothing in it is not sent, and that is told', async () => {
    await desk.ask('bale');
    expect(await desk.perform('bale', () => null)).toEqual({ kind: 'done', result: 'nothing' });
    await desk.settle('bale', 'nothing');
    expect(await desk.told()).toEqual([{ kind: 'staff-file', what: 'recoveries', trouble: 'nothing' }]);
  });

  it('that grows too large is given up while it grows', async () => {
    await desk.ask('telegram');
    let pieces = 0;
    async function* endless() {
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(1_000);
      }
    }
    const outcome = await desk.perform('telegram', () => ({ ...table, content: endless() }), 10_000);
    expect(outcome).toMatchObject({ kind: 'failed', result: 'too-large' });
    expect(pieces).toBe(11);
  });

  it('is put down half made when its process is to stop', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    const content = [Buffer.alloc(2_000_000), 'the rest'] as never;
    const outcome = await desk.perform('telegram', () => ({ ...table, content }), undefined, false);
    expect(outcome).toMatchObject({ kind: 'retry' });
    expect(chat.messages().filter(({ file }) => file !== null)).toEqual([]);
  });

  it('of several pieces arrives as one', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    const content = [Buffer.alloc(1_500_000, 'a'), 'b', Buffer.alloc(1_500_000, 'c')] as never;
    await desk.perform('telegram', () => ({ ...table, content }));
    const bytes = chat.open(await chat.waitFor(({ file }) => file !== null));
    expect(bytes.length).toBe(3_000_001);
    expect(bytes.subarray(1_499_999, 1_500_002).toString()).toBe('abc');
  });

  it('whose answer is lost is made and sent again: at the worst it comes twice', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    emulator.faults.next({ kind: 'reset', when: 'after' });
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'retry' });
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'done' });
    expect(chat.messages().filter(({ file }) => file !== null)).toHaveLength(2);
  });

  it('waits as long as the messenger asks, and is given up where the chat is closed to us', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 9 });
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'retry', afterMs: 9_000 });
    chat.block();
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'failed' });
  });
});
