import type { Account } from '../../playground/emulator/account.js';
import { localesFolder } from '../../src/app/locales.js';
import { loadWords } from '../../src/words/load-words.js';
import { codeIn, heardOf } from '../../playground/heard.js';
import type { Town } from '../town/town.js';

/** Whatever may be said to a pair; the first that stands in the message counts. */
const answers = [
  ...['too-many-pairs', 'too-many-members', 'no-match', 'locked-until-staff', 'locked'],
  ...['cover-not-active', 'under-way', 'portal-away', 'account-missing', 'password-is-initial'],
  ...['number-cooling', 'resets-used-up', 'card-needed', 'code-still-valid', 'code-perhaps-sent'],
  ...['too-many-sends', 'send-too-soon', 'sms-budget-spent', 'code-sent', 'mobile-needed', 'mobile-by-staff'],
  ...['still-checking'],
];
const verdicts = [
  ...[
    'code-wrong-last',
    'code-wrong',
    'code-expired',
    'challenge-over',
    'codes-need-card',
    'locked-until-staff',
  ],
  ...[
    'locked',
    'resets-used-up',
    'reset-done',
    'reset-kept',
    'nothing-is-asked',
    'not-understood',
    'done-already',
  ],
];
const openings = ['ask-insured-code', 'go-on-or-begin-again', 'too-many-pairs', 'too-many-members'];
const sendEnds = [
  'code-sent-again',
  'code-perhaps-sent-again',
  'resend-too-early',
  'sends-used-up',
  'too-many-sends',
  'code-expired',
  'challenge-over',
  'codes-need-card',
];

export interface Pair {
  insuredCode: string;
  nationalId: string;
}

const words = loadWords(localesFolder());
export const label = (action: string): string => words.plain('fa', `button-${action}`);

/** On a machine that is busy with other things. */
const patienceMs = 20_000;
/** So often has the bot been quiet for so long when it is taken at its silence: seldom, where silence is an answer. */
const [patientTimes, hastyTimes, quietMs] = [12, 2, 900];
const pause = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));

export type Visitor = ReturnType<typeof visitor>;

/** Somebody in a chat with the bot, who reads the sentence and types on; each step gives the sentence by its key. */
export function visitor(town: Town, account: Account) {
  const { phone } = town;
  const hears = async (
    act: () => unknown,
    keys: readonly string[],
    times = patientTimes,
  ): Promise<string> => {
    const mark = Math.max(0, ...account.messages().map(({ revision }) => revision));
    const answer = (): string | null =>
      account
        .messages()
        .filter(({ from, created }) => from === 'bot' && created > mark)
        .map(({ text }) => heardOf(text, keys))
        .find((key) => key !== null) ?? null;
    act();
    for (let quiet = 0; quiet < times && answer() === null; quiet += 1) await settledOr(answer);
    return answer() ?? 'silence';
  };
  /** Until the bot has answered, or has nothing more to do for a moment. */
  const settledOr = async (answer: () => string | null): Promise<void> => {
    // Where calls hang it is never quiet: then it is looked at all the same.
    const quiet = town.emulator.settled(quietMs).then(
      () => true,
      () => true,
    );
    const answered = async (): Promise<true> => {
      while (answer() === null && !(await Promise.race([quiet, pause(15)])));
      return true;
    };
    await answered();
  };
  const says = (text: string, keys: readonly string[]) => hears(() => account.say(text), keys);
  const begins = async (): Promise<string> => {
    const heard = await says('/reset', openings);
    if (heard !== 'go-on-or-begin-again') return heard;
    return hears(() => account.press(label('begin-again')), openings);
  };
  const identifies = async ({ insuredCode, nationalId }: Pair): Promise<string> => {
    const began = await begins();
    if (began !== 'ask-insured-code') return began;
    await says(insuredCode, ['ask-national-id']);
    return says(nationalId, answers);
  };
  const types = (code: string) => hears(() => account.say(code), verdicts, hastyTimes);
  const lastCode = (mobile: string): string => codeIn(phone.inbox(mobile).at(-1)?.text ?? '') ?? '';
  /** The code of the newest message to this number; waits until it has more than so many codes. */
  const readsCode = async (mobile: string, after: number): Promise<string> => {
    const until = Date.now() + patienceMs;
    while (codesAt(town, mobile).length <= after && Date.now() < until) await pause(20);
    return codesAt(town, mobile).at(-1) ?? '';
  };
  return {
    ...{ account, hears, says, begins, identifies, types, readsCode, lastCode },
    cancels: () => says('/cancel', ['dialogue-cancelled', 'nothing-to-cancel']),
    asksAgain: () => hears(() => account.press(label('resend')), sendEnds),
    presses: (action: string, keys: readonly string[]) => hears(() => account.press(label(action)), keys),
    /** As somebody who has the phone: what they hear in the end. */
    async tries(member: Pair & { mobile: string }): Promise<string> {
      const before = codesAt(town, member.mobile).length;
      const heard = await identifies(member);
      if (heard === 'code-still-valid') return types(lastCode(member.mobile));
      if (heard !== 'code-sent' && heard !== 'code-perhaps-sent') return heard;
      return types(await readsCode(member.mobile, before));
    },
    async recovers(member: Pair & { mobile: string }): Promise<void> {
      const heard = await this.tries(member);
      if (heard !== 'reset-done') throw new Error(`not back in, but: ${heard}\n${account.screen()}`);
    },
  };
}

/** One-time codes that have come to this phone, oldest first. */
export const codesAt = ({ phone }: Town, mobile: string): string[] =>
  phone.inbox(mobile).flatMap(({ text }) => codeIn(text) ?? []);

/** Another code of as many digits. */
export const anotherThan = (code: string, by = 1): string =>
  String((Number(code) + by) % 100_000).padStart(5, '0');
