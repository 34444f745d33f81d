import { afterEach, describe, expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { cast } from '../../playground/cast.js';
import { askedForId } from '../../playground/walkthrough/identifies.js';
import type { CallRecord } from '../../playground/emulator/call-log.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { sceneOn } from '../../playground/walkthrough/play.js';
import { Played } from '../../playground/walkthrough/played.js';
import { firstTime } from '../../playground/walkthrough/ways/first-time.js';
import { secondTime } from '../../playground/walkthrough/ways/second-time.js';
import type { Env } from '../../src/config/setting.js';
import { localesFolder } from '../../src/app/locales.js';
import { loadWords } from '../../src/words/load-words.js';

const words = loadWords(localesFolder());
const label = (key: string): string => words.say('fa', key);
const nobodyListens = makeNarrator(() => undefined, false);

let stage: PlayedStage;
afterEach(() => stage.stop());

const open = async (settings: Env = {}) => {
  stage = await startStage({ messengers: ['bale'], settings });
};
const scene = () => sceneOn(stage, 'bale', nobodyListens);
const played = (role: (typeof cast)[number]['role']) =>
  new Played(role, { stage, messenger: 'bale', narrator: nobodyListens });
const refusals = (calls: CallRecord[]) =>
  calls.flatMap(({ method, answer }) => (answer && !answer.ok ? [`${method}: ${answer.description}`] : []));

describe('on Bale', () => {
  it('nothing is called that Bale has not, and no call carries what it does not know', async () => {
    await open();
    await firstTime.play(scene());
    const owner = stage.account('owner', 'bale');
    for (const typed of ['/help', '/member 310001', '/admins', '/stats', '/export']) owner.say(typed);
    await stage.emulator.settled();
    const calls = stage.emulator.calls();
    expect(
      calls.flatMap(({ method, unknownFields }) => unknownFields.map((one) => `${method} ${one}`)),
    ).toEqual([]);
    expect(refusals(calls)).toEqual([]);
    expect(calls.filter(({ method }) => method.endsWith('MyCommands'))).toEqual([]);
  });

  it('an edit that comes back as a stub is done, and no message is known by it', async () => {
    await open();
    const sara = stage.account('sara', 'bale');
    sara.say('/reset');
    await sara.waitFor(() => true);
    // Sooner it would be taken for a finger that trembled.
    await stage.advance(3_000);
    sara.say('/reset');
    await sara.waitFor(({ buttons }) => buttons.flat().length > 1);
    sara.press(label('button-go-on'));
    await stage.emulator.settled();
    const edits = stage.emulator.calls().filter(({ method }) => method === 'editMessageReplyMarkup');
    expect(edits.map(({ answer }) => answer)).toEqual([
      { ok: true, result: expect.objectContaining({ message_id: 0 }) as unknown },
    ]);
    const app = await stage.app();
    const known = await app.inTransaction((tx) => tx.find(OutboxEntry));
    expect(known.map(({ outsideId }) => outsideId)).not.toContain('0');
  });

  it('a button that says nothing of its message still works', async () => {
    await open();
    const { id } = stage.account('sara', 'bale');
    played('sara').says('سلام');
    await played('sara').hears('greeting');
    stage.emulator.injectUpdate('bale', {
      update_id: 500,
      callback_query: { id: '7000500', from: { id, is_bot: false, first_name: 'سارا' }, data: 'reset' },
    });
    await played('sara').hears('reset-welcome', 'ask-insured-code');
  });
});

describe('on Bale, as it sometimes is', () => {
  it('a chat of no kind is served when it is the sender’s own, and no group is taken for one', async () => {
    await open();
    stage.emulator.quirks('bale').chatTypeMissing = true;
    const sara = stage.account('sara', 'bale');
    sara.group('/reset');
    await stage.emulator.settled();
    expect(sara.groupMessages().filter(({ from }) => from === 'bot')).toEqual([]);
    expect(sara.messages()).toEqual([]);
    await secondTime.play(scene());
  });

  it('a card that does not say whose it is proves nothing', async () => {
    await open({ FIRST_MOBILE: 'contact' });
    stage.emulator.quirks('bale').contactWithoutUserId = true;
    const sara = played('sara');
    sara.says('/reset');
    await sara.hears('reset-welcome', 'ask-insured-code');
    sara.says(sara.who.insuredCode);
    await sara.hears(...askedForId);
    sara.says(sara.who.nationalId);
    await sara.hears('mobile-needed', 'ask-mobile-card');
    stage.account('sara', 'bale').shareContact();
    await sara.hears('mobile-not-proven');
    await sara.getsNoSms();
    const app = await stage.app();
    expect(await app.inTransaction((tx) => tx.count(Challenge))).toBe(0);
  });

  it('what an old client presses is answered in the chat, where it can be read', async () => {
    await open();
    stage.emulator.quirks('bale').oldClients = true;
    const sara = played('sara');
    sara.says('/start');
    await sara.hears('greeting');
    sara.presses('button-reset');
    await sara.hears('reset-welcome', 'ask-insured-code');
    // The turning wheel is stopped beside the words, by a call of its own.
    await stage.emulator.settled();
    const [press] = stage.account('sara', 'bale').callbacks();
    expect(press).toMatchObject({ id: expect.stringMatching(/^1/) as string, spinning: false, shown: null });
  });

  it('errors that are no JSON cost nobody a message', async () => {
    await open();
    stage.emulator.quirks('bale').plainTextErrors = true;
    const { faults } = stage.emulator;
    faults.next({ kind: 'not-json', status: 429, body: 'local_rate_limited' }, { method: 'sendMessage' });
    faults.next({ kind: 'not-json' }, { method: 'sendMessage' });
    faults.next({ kind: 'not-json' }, { method: 'getUpdates' });
    const behrouz = played('behrouz');
    behrouz.says('/start');
    await behrouz.hears('greeting');
    const app = await stage.app();
    expect(await app.health()).toMatchObject({ status: 'ok' });
  });

  it('somebody who has blocked the bot holds up nobody', async () => {
    await open();
    const sara = stage.account('sara', 'bale');
    sara.say('/start');
    await sara.nextMessage();
    sara.say('/help');
    sara.block();
    const behrouz = played('behrouz');
    behrouz.says('/start');
    await behrouz.hears('greeting');
    await stage.emulator.settled();
    const refused = refusals(stage.emulator.calls());
    expect(new Set(refused)).toEqual(new Set(['sendMessage: Forbidden: permission_denied']));
    expect(refused).toHaveLength(1);
  });
});
