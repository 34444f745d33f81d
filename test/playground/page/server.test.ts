import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cast, person } from '../../../playground/cast.js';
import { makeStageClock } from '../../../playground/clock.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { botOn, personChat } from '../../../playground/person-chat.js';
import { makePhoneNetwork } from '../../../playground/phone/phone.js';
import { makePortalDesk, type EmbeddedPortal } from '../../../playground/portal/desk.js';
import { listen, type Listening } from '../../../playground/listen.js';
import { pageApp } from '../../../playground/server/server.js';
import type { Stage } from '../../../playground/server/stage.js';
import type { View } from '../../../playground/server/view.js';
import { systemClock } from '../../../src/clock.js';

const sara = person('sara');
const pageFolder = new URL('../../../playground/page/', import.meta.url);

/** A portal that knows one account. */
function smallPortal(): EmbeddedPortal {
  let password = sara.portalPassword ?? '';
  return {
    signIn: async (insuredCode, tried) => insuredCode === sara.insuredCode && tried === password,
    changePassword: async (_insuredCode, next) => {
      password = next;
      return true;
    },
    state: async () => 'changed',
    setAway: () => undefined,
  };
}

function stageOver(emulator: Emulator): Stage {
  const clock = makeStageClock(systemClock);
  const phone = makePhoneNetwork({ clock, arrival: 'by-hand' });
  const embedded = smallPortal();
  const portal = makePortalDesk({ portal: async () => embedded, url: 'https://portal.example/' });
  return {
    cast,
    clock,
    phone,
    portal,
    chat: (role, messenger) => personChat(emulator, messenger, person(role)),
    bot: (messenger) => botOn(emulator, messenger),
    restartBot: async () => undefined,
    advance: async (milliseconds) => clock.advance(milliseconds),
    onChange: (listener) => {
      const leave = [emulator.onChange(listener), phone.onChange(listener), portal.onChange(listener)];
      return () => leave.forEach((stop) => stop());
    },
  };
}

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
    expect(people.find(({ role }) => role === 'sara')?.heard).toEqual({ telegram: 1, bale: 0 });
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

/** The views that a page would draw. */
async function watch(address: string, role: string, messenger: string) {
  const answer = await fetch(`${address}/events?role=${role}&messenger=${messenger}`);
  if (!answer.body) throw new Error('no stream came');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const next = async (): Promise<View> => {
    for (;;) {
      const [event, ...rest] = held.split('\n\n');
      if (event !== undefined && rest.length > 0) {
        held = rest.join('\n\n');
        return JSON.parse(event.replace(/^[\s\S]*?data: /, '')) as View;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      held += value;
    }
  };
  const until = async <Shown>(shown: (view: View) => Shown[], count: number): Promise<Shown[]> => {
    for (;;) {
      const now = shown(await next());
      if (now.length >= count) return now;
    }
  };
  return { next, until, stop: () => reader.cancel() };
}
