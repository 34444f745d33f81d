import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { caller, sara, underWay } from './caller.js';

describe('trouble on purpose', () => {
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
  const said = () =>
    person
      .messages()
      .slice(1)
      .map(({ text }) => text);

  it('asks for patience, so many times', async () => {
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 3 }, { times: 2 });
    const answers = [await send('۱'), await send('۲'), await send('۳')];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(answers[0]).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
    expect(said()).toEqual(['۳']);
  });

  it('strikes one method, or one messenger, and spares the others', async () => {
    emulator.faults.next({ kind: 'server-error', status: 502 }, { method: 'deleteMessage' });
    emulator.faults.next({ kind: 'server-error' }, { messenger: 'bale' });
    expect((await send('۱')).ok).toBe(true);
    expect(await bot.refusal('deleteMessage', { chat_id: person.id, message_id: 2 })).toMatch(/^502/);
    expect(await caller(emulator, 'bale').refusal('getMe')).toMatch(/^500/);
  });

  it('leaves polls alone unless they are meant', async () => {
    emulator.faults.next({ kind: 'server-error' });
    expect(await bot.updates()).toHaveLength(1);
    emulator.faults.next({ kind: 'server-error' }, { method: 'getUpdates' });
    expect(await bot.refusal('getUpdates')).toMatch(/^500/);
  });

  it('speaks HTML, or any text', async () => {
    const get = () => fetch(`${bot.root}/bot${emulator.token('telegram')}/getMe`);
    emulator.faults.next({ kind: 'not-json' });
    emulator.faults.next({ kind: 'not-json', status: 429, body: 'local_rate_limited' });
    const [page, limited] = [await get(), await get()];
    expect([page.status, await page.text()]).toEqual([502, expect.stringContaining('<html>')]);
    expect([limited.status, await limited.text()]).toEqual([429, 'local_rate_limited']);
  });

  it('breaks the connection before a call takes effect, or after', async () => {
    emulator.faults.next({ kind: 'reset', when: 'before' });
    await expect(send('۱')).rejects.toThrow();
    emulator.faults.next({ kind: 'reset', when: 'after' });
    await expect(send('۲')).rejects.toThrow();
    expect(said()).toEqual(['۲']);
    expect(emulator.calls().map(({ answer }) => answer?.ok)).toEqual([undefined, true]);
  });

  it('takes its time', async () => {
    emulator.faults.next({ kind: 'slow', ms: 300 });
    const slow = send('۱');
    await send('۲');
    await slow;
    expect(said()).toEqual(['۲', '۱']);
  });

  it('takes the token away, from a waiting poll as well, and gives it back', async () => {
    await bot.updates({ offset: 500_000_002 });
    const poll = bot.refusal('getUpdates', { timeout: 30 });
    await underWay(emulator, 'getUpdates');
    emulator.faults.revokeToken('telegram');
    expect(await poll).toBe('401 Unauthorized');
    expect(await bot.refusal('getMe')).toBe('401 Unauthorized');
    emulator.faults.restoreToken('telegram');
    expect((await bot.call('getMe')).ok).toBe(true);
  });

  it('can be hand-made: an answer is held back, or the call never happens', async () => {
    const order: string[] = [];
    const stop = emulator.faults.intercept('sendmessage', async ({ payload }, proceed) => {
      order.push(`before ${String(payload.text)}: ${said().length}`);
      const answer = await proceed();
      order.push(`after: ${said().length}`);
      return answer;
    });
    expect((await send('۱')).ok).toBe(true);
    expect(order).toEqual(['before ۱: 0', 'after: 1']);
    stop();
    emulator.faults.intercept('sendMessage', async () => ({ ok: true, result: 'never' }));
    expect((await send('۲')).result).toBe('never');
    emulator.faults.clear();
    await send('۳');
    expect(said()).toEqual(['۱', '۳']);
  });

  it('is all written down', async () => {
    emulator.faults.next({ kind: 'server-error' });
    await send('۱');
    expect(emulator.calls()).toEqual([
      {
        messenger: 'telegram',
        method: 'sendMessage',
        payload: { chat_id: 1001, text: '۱' },
        answer: { ok: false, error_code: 500, description: 'Internal Server Error' },
        unknownFields: [],
      },
    ]);
  });

  it('is met by a request that is none: what cannot be read is refused', async () => {
    const post = (type: string, body: string) =>
      fetch(`${bot.root}/bot${emulator.token('telegram')}/sendMessage`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
    expect((await post('application/json', '{')).status).toBe(400);
    expect((await post('multipart/form-data; boundary=x', '{')).status).toBe(400);
    expect(await bot.refusal('sendMessage', { chat_id: 1001, text: 'x', reply_markup: '{' })).toMatch(
      /^400 .*JSON/,
    );
  });

  it('strikes only who is here', async () => {
    const telegramOnly = await startEmulator({ messengers: ['telegram'] });
    expect(() => telegramOnly.token('bale')).toThrow('bale is not emulated here');
    await telegramOnly.stop();
  });
});
