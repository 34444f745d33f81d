import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../../playground/cast.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { listen, type Listening } from '../../../playground/listen.js';
import { pageApp } from '../../../playground/server/server.js';
import type { Stage } from '../../../playground/server/stage.js';
import { stageOver, watch } from './page-stage.js';

const sara = person('sara');
const pageFolder = new URL('../../../playground/page/', import.meta.url);

describe("the page's server", () => {
  let emulator: Emulator;
  let server: Listening;
  let stage: Stage;
  beforeEach(async () => {
    emulator = await startEmulator();
    stage = stageOver(emulator);
    server = await listen(pageApp(stage));
  });
  afterEach(async () => {
    await server.stop();
    await emulator.stop();
  });

  const act = async (path: string, body: object = {}) => {
    const answer = await fetch(`${server.url}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
  };
  const botSays = (text: string, markup: object = {}) =>
    fetch(`${emulator.root('telegram')}/bot${emulator.token('telegram')}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: sara.accounts.telegram, text, ...markup }),
    });

  it('shows what was said and what was answered, as it happens', async () => {
    const views = await watch(server.url, 'sara', 'telegram');
    expect((await views.next()).chat.messages).toEqual([]);
    await act('chats/telegram/sara/say', { text: '/start' });
    await botSays('درود');
    const texts = await views.until(({ chat }) => chat.messages.map(({ text }) => text), 2);
    expect(texts).toEqual(['/start', 'درود']);
    await views.stop();
  });

  it('counts what a chat has heard for everybody who is not being watched', async () => {
    await act('chats/telegram/sara/say', { text: '/start' });
    await botSays('درود');
    const views = await watch(server.url, 'behrouz', 'bale');
    const { cast: people } = await views.next();
    const chats = people.find(({ role }) => role === 'sara')?.chats;
    expect(chats).toMatchObject({ telegram: { heard: 1, last: { text: 'درود', asks: false } } });
    expect(chats).toMatchObject({ bale: { heard: 0, last: null } });
    await views.stop();
  });

  it('presses buttons under messages, and keys below the field', async () => {
    await act('chats/telegram/sara/say', { text: '/start' });
    await botSays('؟', { reply_markup: { inline_keyboard: [[{ text: 'بله', callback_data: 'yes' }]] } });
    await botSays('شماره', { reply_markup: { keyboard: [[{ text: 'شمارهٔ من', request_contact: true }]] } });
    await act('chats/telegram/sara/press', { label: 'بله', data: 'yes', messageId: 2 });
    await act('chats/telegram/sara/press', { label: 'شمارهٔ من', data: null, messageId: null });
    const chat = stage.chat('sara', 'telegram').look();
    expect(chat.messages.at(-1)?.contact?.phone).toBe('989120000001');
    expect(emulator.pending('telegram')).toBe(3);
  });

  it('lets in who has the password, changes it, and is away when it is said to be', async () => {
    const { insuredCode } = sara;
    const signIn = (password: string) => act('portal/sign-in', { insuredCode, password });
    expect((await signIn('guess')).said).toEqual({ kind: 'refused' });
    const change = { insuredCode, current: sara.portalPassword, next: 'a-new-one-1404' };
    expect((await act('portal/password', { ...change, next: 'short' })).said).toEqual({ kind: 'too-short' });
    expect((await act('portal/password', change)).said).toEqual({ kind: 'changed' });
    expect((await signIn('a-new-one-1404')).said).toEqual({ kind: 'in', state: 'changed' });
    await act('portal/away', { on: true });
    expect((await signIn('a-new-one-1404')).said).toEqual({ kind: 'away' });
  });

  it('pushes the clock forward, and never back', async () => {
    await act('backstage/clock', { minutes: 5 });
    expect(stage.clock.ahead).toBe(300_000);
    expect((await act('backstage/clock', { minutes: -5 })).status).toBe(400);
    expect(stage.clock.ahead).toBe(300_000);
  });

  it('refuses what it does not know, and goes on', async () => {
    const refused = [
      await act('chats/telegram/nobody/say', { text: 'x' }),
      await act('chats/telegram/sara/constructor'),
      await act('chats/telegram/sara/say', { text: '' }),
      await act('chats/telegram/sara/press', { label: 'no such key', data: null, messageId: null }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 400, 409]);
    expect((await act('chats/telegram/sara/say', { text: 'x' })).status).toBe(200);
  });

  it('has every file that the page asks for, and the font with its licence', async () => {
    const index = await (await fetch(server.url)).text();
    const linked = [...index.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path);
    const modules = readdirSync(pageFolder).filter((name) => name.endsWith('.js'));
    const files = [...linked, ...modules.map((name) => `/${name}`), '/fonts/OFL.txt'];
    const answers = await Promise.all(files.map((path) => fetch(`${server.url}${path}`)));
    expect(answers.filter(({ ok }) => !ok).map(({ url }) => url)).toEqual([]);
  });

  it('serves nothing from outside its folder', async () => {
    const answer = await fetch(`${server.url}/%2e%2e%2fcast.ts`);
    expect(answer.status).toBe(404);
  });
});
