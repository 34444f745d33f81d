import type { Attack } from '../attack.js';
import { bystander, victim, type Lab } from '../lab.js';
import { heldUp } from '../people/held-up.js';
import { distort, endOfPoll } from '../people/distort.js';

const hour = 3_600;

/** A messenger that answers slowly, wrongly or not at all; somebody else’s chat must not feel it. */
export const messengerAttacks: readonly Attack[] = [
  {
    row: 'C2',
    tries: '429 with an hour’s wait for one chat’s message, and for the menus at a start',
    bound: { of: 'members who heard nothing', most: 0 },
    plan: { people: [victim] },
    async plays(lab) {
      const { town, chat, newSms } = lab;
      const limit = { kind: 'too-many-requests', retryAfter: hour } as const;
      town.emulator.faults.next(limit, { method: 'setMyCommands', times: 4 });
      await town.restart(0, {});
      town.emulator.faults.next(limit, { method: 'sendMessage' });
      chat(1).account.say('/help');
      await town.emulator.settled(300);
      return recovery(lab, await newSms());
    },
  },
  {
    row: 'C3',
    tries: 'deleteMessage hangs, and sendMessage hangs for thirty chats',
    bound: { of: 'members who wait for it', most: 0 },
    plan: { people: [victim] },
    async plays(lab) {
      const { town, chat, newSms } = lab;
      const thirty = new Set(Array.from({ length: 30 }, (_, at) => String(chat(at).account.chatId)));
      const held = holder();
      town.emulator.faults.intercept('sendMessage', async ({ payload }, proceed) => {
        if (thirty.has(String(payload['chat_id']))) await held.released;
        return proceed();
      });
      town.emulator.faults.intercept('deleteMessage', async (_, proceed) => (await held.released, proceed()));
      const sms = await newSms();
      for (let at = 0; at < 30; at += 1) chat(at).account.say('/help');
      const damage = await recovery(lab, sms);
      held.release();
      return damage;
    },
  },
  {
    row: 'C4',
    tries:
      'getUpdates answers with things that are no list; an update that cannot be stored; texts that are no text',
    bound: { of: 'members who heard nothing, or ended processes', most: 0 },
    plan: { people: [victim] },
    async plays(lab) {
      const { town, chat, newSms } = lab;
      const oddities = [{ text: { a: 1 } }, { text: 12_345 }, { text: ['x'] }, { text: null }, tooLongChat];
      distort(lab, 'odd', (message, at) => ({ message: { ...message, ...oddities[at % 5] } }));
      let odd = 4;
      town.emulator.faults.intercept('getUpdates', async (_, proceed) => {
        const answered = await proceed();
        odd -= 1;
        return odd === 3 ? { ok: true, result: {} } : odd === 2 ? { ok: true, result: [null] } : answered;
      });
      await endOfPoll(lab);
      for (let at = 0; at < 5; at += 1) chat(at).account.say('odd');
      await town.emulator.settled(300);
      const damage = await recovery(lab, await newSms());
      const ended = town.products.filter((one) => !one.isAlive()).length;
      return { ...damage, through: damage.through + ended };
    },
  },
  {
    row: 'C5',
    tries: 'sendMessage is answered {"ok":true} and nothing else',
    bound: { of: 'times the same message was sent', most: 1 },
    async plays({ town, chat, newSms }) {
      const one = chat(1).account;
      town.emulator.faults.intercept('sendMessage', async (_, proceed) => {
        await proceed();
        return { ok: true, result: undefined };
      });
      one.say('/help');
      await town.emulator.settled(1_500);
      await town.pass(60_000);
      await town.emulator.settled(1_500);
      const { length } = one.messages().filter(({ from }) => from === 'bot');
      return { through: length, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'C7',
    tries:
      'in a dialogue: an album of ten, a location that moves six times, and reactions that come as edits',
    bound: { of: 'answers', most: 1 },
    async plays(lab) {
      const { town, chat, newSms } = lab;
      const one = chat(1).account;
      await chat(1).begins();
      const photo = [{ file_id: 'x', file_unique_id: 'x', width: 1, height: 1 }];
      const album = { photo, media_group_id: 'album' };
      distort(lab, 'album', ({ text: _, ...message }) => ({ message: { ...message, ...album } }));
      distort(lab, 'moves', ({ text: _, ...message }, latitude) => ({
        edited_message: { ...message, location: { latitude, longitude: 5, live_period: 900 } },
      }));
      distort(lab, 'liked', (message) => ({ edited_message: message }));
      await endOfPoll(lab);
      for (let at = 0; at < 10; at += 1) one.say('album');
      for (let at = 0; at < 6; at += 1) one.say('moves');
      for (let at = 0; at < 4; at += 1) one.say('liked');
      await town.emulator.settled(1_000);
      const { length } = one.messages().filter(({ from }) => from === 'bot');
      return { through: length - 1, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'B9',
    tries: 'forty chats on Bale, twelve messages of nonsense each, none too fast',
    bound: { of: 'answers to them', most: 40 },
    plan: { people: [victim, bystander] },
    async plays(lab) {
      const { town, chat, newSms } = lab;
      const noisy = Array.from({ length: 40 }, (_, at) => chat(at, 'bale').account);
      for (let at = 0; at < 12; at += 1) for (const one of noisy) one.say(`؟ ${at}`);
      const damage = await recovery(lab, await newSms());
      await town.emulator.settled(800);
      const answers = noisy.flatMap((one) => one.messages().filter(({ from }) => from === 'bot'));
      return { ...damage, through: damage.through * 1_000 + answers.length };
    },
  },
];

/** Somebody who has nothing to do with it gets back in at once, or not. */
async function recovery({ town, ownChat }: Lab, sms: number) {
  const minutes = await heldUp(town, ownChat(victim), victim);
  return { through: minutes === 0 ? 0 : 1, minutes, sms };
}

function holder(): { released: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { released, release };
}

const tooLongChat = { chat: { id: '9'.repeat(100), type: 'private', first_name: 'ر' } };
