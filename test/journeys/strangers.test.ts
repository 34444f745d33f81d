import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStageClock } from '../../playground/clock.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { day, handClock, minute, second } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { firstLine, walk } from '../support/walk.js';
import { nothingWaits, strangersAt } from './strangers.js';
import { victim } from './strangers-deeds.js';

/** Longer than the longest pause between two codes of a purse. */
const pause = 2 * minute + second;
/** So many rounds, a pause between, leave strangers nothing that they may use of one member. */
const roundsToUseUp = 6;

/** What they are stopped by on the way there; else they would not have done what they came for. */
const stops = [
  ...['no-match', 'too-many-pairs', 'too-many-members', 'code-perhaps-sent', 'send-too-soon'],
  ...['too-many-sends', 'code-wrong-last', 'locked', 'code-still-valid', 'resend-too-early'],
];

/** As far as a sentence is the same for everybody. */
const beginning = (key: string): string =>
  bare(firstLine(key, { mobile: '', resendIn: 0, left: 1 }).split('\u2068')[0]!);

type Round = (step?: () => void) => Promise<void>;

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)(
    'a member in a bound chat, at whom forty strangers do all that they can',
    () => {
      let database: TestDatabase;
      let stage: PlayedStage;
      let strangers: ReturnType<typeof strangersAt>;
      let undisturbed: number;

      const alone: Round = async (step) => {
        step?.();
        await nothingWaits(stage, database);
      };
      /** Each step of the way back in a round with `others`; how many messages it took. */
      async function recovers(round: Round): Promise<number> {
        const own = walk({ ...invent(1), ...victim }, stage.account('behrouz', 'telegram'), stage.phone);
        const fromBot = () => own.chat.messages().filter(({ from }) => from === 'bot').length;
        const before = fromBot();
        await round(() => void own.chat.say('/reset'));
        await own.hears('ask-insured-code');
        await round(() => void own.chat.say(victim.insuredCode));
        await own.hears('ask-national-id');
        const codes = own.codes();
        await round(() => own.givesId());
        await own.isAskedForTheCode();
        const [code, ...others] = own.codes().slice(codes.length);
        expect([typeof code, others]).toEqual(['string', []]);
        await stage.advance(pause);
        await round();
        await round(() => void own.chat.say(code!));
        await own.isBackIn();
        const took = fromBot() - before;
        await stage.portal.changePassword(victim.insuredCode, victim.nationalId, `koohestan-${codes.length}`);
        return took;
      }
      /** What staff read of the purse of the member’s own chats, and of recoveries. */
      async function staffRead(sends: number, used: number): Promise<void> {
        const mina = stage.account('operator', 'telegram');
        mina.say(`/member ${victim.insuredCode}`);
        const { text } = await mina.waitFor(victim.insuredCode, { timeout: 20_000 });
        const limits = { sends, codes: 0, pairs: 0, mostSends: 5, mostCodes: 10, mostPairs: 10 };
        const what = bare(realWords.say('fa', 'member-limits', limits));
        expect(bare(text)).toContain(bare(realWords.say('fa', 'in-bound-chats', { what })));
        expect(bare(text)).toContain(bare(realWords.say('fa', 'member-used', { used, allowance: 5 })));
      }

      beforeAll(async () => {
        database = await kind.create();
        stage = await startStage({
          ...{ database: database.url, clock: makeStageClock(handClock()) },
          settings: { MORNING_DIGEST: 'off' },
        });
        await recovers(alone);
        await stage.advance(2 * day);
        undisturbed = await recovers(alone);
        await stage.advance(2 * day);
        strangers = strangersAt(stage, database);
      });
      afterAll(async () => {
        await stage.stop();
        await database.drop();
      });

      it('gets back in with as many messages as undisturbed while they begin', async () => {
        expect(await recovers((step) => strangers.round(step))).toBe(undisturbed);
        await staffRead(1, 4);
      }, 600_000);

      it('does so when they have used up all that is there for strangers, and go on', async () => {
        for (let rounds = 0; rounds < roundsToUseUp; rounds += 1) {
          await stage.advance(pause);
          await strangers.round();
        }
        expect(await recovers((step) => strangers.round(step))).toBe(undisturbed);
        await staffRead(2, 5);
      }, 600_000);

      it('is the only one whom that has brought a code or back in', () => {
        const heard = strangers.heard().map(({ text }) => bare(text));
        for (const stop of stops)
          expect(
            heard.some((text) => text.startsWith(beginning(stop))),
            stop,
          ).toBe(true);
        const codes = stage.phone.inbox(victim.phone).flatMap(({ text }) => text.match(/\b\d{5}\b/g) ?? []);
        const numbers = heard.flatMap((text) => text.match(/\b\d{5}\b/g) ?? []);
        expect(codes.filter((code) => numbers.includes(code))).toEqual([]);
        for (const { person } of strangers.chats) expect(stage.phone.inbox(person.phone!)).toEqual([]);
        const back = [beginning('reset-done'), beginning('code-right')];
        expect(heard.filter((text) => back.some((one) => text.startsWith(one)))).toEqual([]);
      });
    },
  );
});
