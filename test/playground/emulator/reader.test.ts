import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { caller, sara, underWay } from './caller.js';

describe('whoever reads a chat', () => {
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  let person: Account;
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = caller(emulator, 'telegram');
    person = sara(emulator);
  });
  afterEach(() => emulator.stop());

  const send = (text: string) => bot.call('sendMessage', { chat_id: person.id, text });

  it('gets each message once, in order, those that come later too', async () => {
    await send('یک');
    await send('دو');
    expect((await person.nextMessage()).text).toBe('یک');
    expect((await person.nextMessage()).text).toBe('دو');
    const third = person.nextMessage();
    await send('سه');
    expect((await third).text).toBe('سه');
  });

  it('does not miss a message that was taken away at once', async () => {
    await send('یک');
    await bot.call('deleteMessage', { chat_id: person.id, message_id: 2 });
    expect(await person.nextMessage()).toMatchObject({ text: 'یک', deleted: true });
  });

  it('is told what the chat reads when nothing comes', async () => {
    await expect(person.nextMessage({ timeout: 5 })).rejects.toThrow(/waited 5 ms[^]*سارا نیک‌منش: \/start/);
  });

  it('can read on to what matters, an edit too', async () => {
    for (const text of ['یک', 'دو', 'سه']) await send(text);
    expect((await person.waitFor(/د/)).id).toBe(3);
    expect((await person.nextMessage()).text).toBe('سه');
    const edited = person.waitFor(({ text }) => text === 'چهار');
    await bot.call('editMessageText', { chat_id: person.id, message_id: 2, text: 'چهار' });
    expect(await edited).toMatchObject({ id: 2, edited: true });
    await expect(person.waitFor('سه', { timeout: 5 })).rejects.toThrow('waited 5 ms for سه');
  });

  it('may wait until all is quiet, and has then read everything', async () => {
    await send('یک');
    const settled = person.settled(20);
    const [update] = await bot.updates();
    await bot.updates({ offset: (update?.update_id ?? 0) + 1 });
    await settled;
    await expect(person.nextMessage({ timeout: 5 })).rejects.toThrow();
  });

  it('is not told of quiet while an update or a call is on its way', async () => {
    let quiet = false;
    const settled = person.settled(1).then(() => (quiet = true));
    const roundTrips = async (offset: number) => {
      for (let count = 0; count < 5; count += 1) await bot.updates({ offset });
    };
    await roundTrips(0);
    expect(quiet).toBe(false);
    let letGo = () => {};
    emulator.faults.intercept('sendMessage', async (_call, proceed) => {
      await new Promise<void>((resolve) => (letGo = resolve));
      return proceed();
    });
    const held = send('یک');
    await underWay(emulator, 'sendMessage');
    await roundTrips(500_000_002);
    expect(quiet).toBe(false);
    letGo();
    await Promise.all([held, settled]);
  });

  it('holds copies, which change nothing', async () => {
    await send('یک');
    (await person.nextMessage()).text = 'دیگر';
    expect(person.messages()[1]?.text).toBe('یک');
  });

  it('from a page hears of each change', async () => {
    const changes: unknown[] = [];
    const stop = emulator.onChange((change) => changes.push(change));
    await send('یک');
    stop();
    await send('دو');
    expect(changes[0]).toEqual({ messenger: 'telegram', chatId: 1001 });
    expect(changes.length).toBeLessThanOrEqual(2);
  });

  it('finds the same account when asking again', () => {
    expect(emulator.account({ messenger: 'telegram', id: 1001, firstName: 'دیگر' })).toBe(person);
  });
});
