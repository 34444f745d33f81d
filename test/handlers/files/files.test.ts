import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditEntry } from '../../../entities/audit-entry.js';
import { OutboxEntry } from '../../../entities/outbox-entry.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { auditEvent } from '../../../src/audit/vocabulary.js';
import type { MadeFile } from '../../../src/handlers/files/maker.js';
import { platformNames } from '../../../src/platforms.js';
import { onBothDatabases } from '../../support/both-databases.js';
import { openFileHarness } from './file-harness.js';

const table: MadeFile = {
  as: 'document',
  name: 'table.csv',
  mime: 'text/csv',
  caption: 'جدول',
  content: ['code,', Buffer.from('day\r\n')] as never,
};

onBothDatabases('a file for one of staff', (harness) => {
  let emulator: Emulator;
  let services: ReturnType<typeof openFileHarness>;
  beforeEach(async () => {
    emulator = await startEmulator({});
    services = openFileHarness(harness(), emulator);
    await services.hire();
  });
  afterEach(() => emulator.stop());

  it.each(platformNames)('arrives byte by byte, with its name and caption: %s', async (at) => {
    const chat = services.chatOf(at);
    await services.ask(at);
    expect(await services.perform(at, () => table)).toMatchObject({ kind: 'done', result: 'sent' });
    const message = await chat.waitFor(({ file }) => file !== null);
    expect(message).toMatchObject({ text: 'جدول', file: { name: 'table.csv', mime: 'text/csv' } });
    expect(chat.open(message).toString()).toBe('code,day\r\n');
    expect(emulator.calls().at(-1)).toMatchObject({ method: 'sendDocument', unknownFields: [] });
  });

  it('may be a picture', async () => {
    services.chatOf('telegram');
    await services.ask('telegram');
    await services.perform('telegram', () => ({ ...table, as: 'photo', name: 'picture.png' }));
    expect(emulator.calls().at(-1)).toMatchObject({ method: 'sendPhoto' });
  });

  it('is asked for in a few words, and does not stand in the lane of what is said meanwhile', async () => {
    await services.ask('telegram');
    const row = await harness().manager.findOneByOrFail(OutboxEntry, { kind: 'file:telegram' });
    expect(row.lane).toBe('files:telegram:700001:3002');
    expect(row.payload.length).toBeLessThan(1_000);
  });

  it('is not made for somebody who is of staff no more, nor sent if they leave while it is made', async () => {
    const chat = services.chatOf('telegram');
    await services.ask('telegram');
    let made = 0;
    const leaving = async () => {
      made += 1;
      await services.dismiss();
      return table;
    };
    expect(await services.perform('telegram', leaving)).toMatchObject({ result: 'not-allowed' });
    expect(await services.perform('telegram', leaving)).toMatchObject({ result: 'not-allowed' });
    expect(made).toBe(1);
    expect(chat.messages().filter(({ from }) => from === 'bot')).toEqual([]);
  });

  it('is kept from a lower rank, and the trail says so', async () => {
    await services.ask('telegram');
    await services.demote();
    const outcome = await services.perform('telegram', () => table);
    expect(outcome).toMatchObject({ kind: 'failed', result: 'not-allowed' });
    await services.settle('telegram', 'not-allowed');
    expect(await services.told()).toEqual([
      { kind: 'staff-file', what: 'recoveries', trouble: 'not-allowed' },
    ]);
    const event = auditEvent('staff-not-allowed');
    const line = await harness().manager.findOneByOrFail(AuditEntry, { event });
    expect(JSON.parse(line.detail)).toEqual({ platform: 'telegram', file: 'recoveries' });
  });

  it('that has nothing in it is not sent, and that is told', async () => {
    await services.ask('bale');
    expect(await services.perform('bale', () => null)).toEqual({ kind: 'done', result: 'nothing' });
    await services.settle('bale', 'nothing');
    expect(await services.told()).toEqual([{ kind: 'staff-file', what: 'recoveries', trouble: 'nothing' }]);
  });

  it('that grows too large is given up while it grows', async () => {
    await services.ask('telegram');
    let pieces = 0;
    async function* endless() {
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(1_000);
      }
    }
    const outcome = await services.perform('telegram', () => ({ ...table, content: endless() }), 10_000);
    expect(outcome).toMatchObject({ kind: 'failed', result: 'too-large' });
    expect(pieces).toBe(11);
  });

  it('is put down half made when its process is to stop', async () => {
    const chat = services.chatOf('telegram');
    await services.ask('telegram');
    const content = [Buffer.alloc(2_000_000), 'the rest'] as never;
    const outcome = await services.perform('telegram', () => ({ ...table, content }), undefined, false);
    expect(outcome).toMatchObject({ kind: 'retry' });
    expect(chat.messages().filter(({ file }) => file !== null)).toEqual([]);
  });

  it('of several pieces arrives as one', async () => {
    const chat = services.chatOf('telegram');
    await services.ask('telegram');
    const content = [Buffer.alloc(1_500_000, 'a'), 'b', Buffer.alloc(1_500_000, 'c')] as never;
    await services.perform('telegram', () => ({ ...table, content }));
    const bytes = chat.open(await chat.waitFor(({ file }) => file !== null));
    expect(bytes.length).toBe(3_000_001);
    expect(bytes.subarray(1_499_999, 1_500_002).toString()).toBe('abc');
  });

  it('whose answer is lost is made and sent again: at the worst it comes twice', async () => {
    const chat = services.chatOf('telegram');
    await services.ask('telegram');
    emulator.faults.next({ kind: 'reset', when: 'after' });
    expect(await services.perform('telegram', () => table)).toMatchObject({ kind: 'retry' });
    expect(await services.perform('telegram', () => table)).toMatchObject({ kind: 'done' });
    expect(chat.messages().filter(({ file }) => file !== null)).toHaveLength(2);
  });

  it('waits as long as the messenger asks, and is given up where the chat is closed to us', async () => {
    const chat = services.chatOf('telegram');
    await services.ask('telegram');
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 9 });
    expect(await services.perform('telegram', () => table)).toMatchObject({ kind: 'retry', afterMs: 9_000 });
    chat.block();
    expect(await services.perform('telegram', () => table)).toMatchObject({ kind: 'failed' });
  });
});
