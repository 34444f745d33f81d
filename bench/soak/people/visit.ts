import type { Account } from '../../../playground/emulator/account.js';
import { heardOf } from '../../../playground/heard.js';
import { isFiller } from '../../../playground/walkthrough/played.js';
import { localesFolder } from '../../../src/app/locales.js';
import { loadWords } from '../../../src/words/load-words.js';
import { defaultPolicy } from '../../../src/reset/policy.js';
import type { Phones } from '../world/phones.js';
import type { Passer } from './passers.js';
import type { Wakes } from './wakes.js';

const words = loadWords(localesFolder());
export const label = (action: string): string => words.plain('fa', `button-${action}`);

/** What becomes of somebody, for good. */
const ends = ['reset-done', 'done-already', 'cover-not-active', 'code-wrong-last'] as const;
/** What asks for something; the first that stands in a message counts. */
const questions = [
  ...['go-on-or-begin-again', 'code-wrong', 'ask-mobile', 'ask-national-id', 'ask-insured-code'],
  ...['code-still-valid', 'code-sent', 'ask-code', 'code-perhaps-sent'],
] as const;
/** What somebody is asked who begins: any other question before is about what they wrote before, or is brought once more by a restored outbox. */
const firstQuestions: readonly string[] = ['go-on-or-begin-again', 'ask-insured-code'];
const laterQuestions = questions.filter((one) => !firstQuestions.includes(one));
/** After which a person begins again, when they have waited a while. */
const setbacks = [
  ...['portal-away', 'under-way', 'code-expired', 'challenge-over', 'nothing-is-asked', 'went-wrong'],
  ...['dialogue-outdated', 'dialogue-idle', 'dialogue-too-long', 'send-too-soon', 'too-many-sends'],
  ...['sms-refused', 'reset-given-back', 'sends-used-up', 'not-understood', 'password-is-initial'],
] as const;
/** After which nobody need do anything: the portal is asked until it says what became of the recovery. */
const promises = ['reset-kept'] as const;
const keys = [...ends, ...questions, ...setbacks, ...promises];

/** How one visit went. */
export interface Visited {
  passer: Passer;
  account: Account;
  /** The sentence that ended it; what was heard last, where it did not end. */
  ended: string;
  /** The end that was to be theirs. */
  asWished: boolean;
  /** How often it was begun again, and a text message asked for again. */
  beginnings: number;
  resends: number;
  tookMs: number;
}

export interface VisitParts {
  account: Account;
  phones: Phones;
  wakes: Wakes;
  /** Counts how often everybody is to begin anew, as after a restore. */
  era: () => number;
}

/** Milliseconds: until somebody begins again, until they ask for another SMS, and until they have been forgotten. */
const [pauseMs, smsMs, patienceMs] = [8_000, 63_000, 300_000];
/** Whoever was promised an end waits for the question to the portal that is put off longest as well. */
const promisedMs = patienceMs + Math.max(...defaultPolicy.portalAskAgainMs);

const wanted = {
  'back in': ['reset-done'],
  'not covered': ['cover-not-active'],
  locked: ['code-wrong-last'],
};

/** Somebody who reads and answers, and does not give up; nothing is said twice because it was not answered. */
export async function visit(passer: Passer, { account, phones, wakes, era }: VisitParts): Promise<Visited> {
  const { mobile } = passer;
  const began = Date.now();
  // A recovery that the restored database knows nothing of has been made all the same.
  const isEnd = (key: string | null): boolean =>
    ends.some((end) => end === key) || (era() > 0 && key === 'password-is-initial');
  let [beginnings, resends, wrongs, own] = [0, 0, 0, era()];
  let [seen, last, lastText] = [0, 'silence', ''];
  let [codesBefore, ofThisRequest, typed] = [0, 0, 0];
  let [againAt, askedForCodeAt, movedAt] = [Infinity, Infinity, Date.now()];
  /** Has begun, and was not asked the first question yet. */
  let isFirst = true;

  const move = (act: () => unknown): void => {
    act();
    movedAt = Date.now();
  };
  const begin = (): void => {
    beginnings += 1;
    isFirst = true;
    [againAt, askedForCodeAt, lastText] = [Infinity, Infinity, ''];
    [codesBefore, typed] = [phones.codes(mobile).length, 0];
    move(() => account.say('/reset'));
  };
  const awaitCode = (): void => {
    if (askedForCodeAt === Infinity) askedForCodeAt = Date.now();
  };
  const typeCode = (): void => {
    const codes = phones.codes(mobile);
    if (askedForCodeAt === Infinity || codes.length <= codesBefore || typed > wrongs) return;
    typed = wrongs + 1;
    const wrong = passer.fate === 'locked' || (passer.errs && wrongs === 0);
    const right = codes.at(-1) ?? '';
    move(() => account.say(wrong ? anotherThan(right, wrongs + 1) : right));
  };
  const askAgain = (): void => {
    if (typed > wrongs || Date.now() - askedForCodeAt < smsMs * (1 + (resends % 3))) return;
    resends += 1;
    askedForCodeAt = Date.now();
    const offered = account
      .messages()
      .some(({ deleted, buttons }) => !deleted && buttons.flat().some(isResend));
    move(() => (offered ? account.press(label('resend')) : begin()));
  };
  const react = (key: string | null): void => {
    if (key === null || (isFirst && era() > 0 && laterQuestions.some((one) => one === key))) return;
    if (key === 'ask-insured-code') isFirst = false;
    last = key;
    againAt = Infinity;
    if (key === 'ask-insured-code') move(() => account.say(passer.insuredCode));
    else if (key === 'ask-national-id') move(() => account.say(passer.nationalId));
    else if (key === 'ask-mobile') move(() => account.say(mobile));
    else if (key === 'go-on-or-begin-again') move(() => account.press(label('begin-again')));
    else if (key === 'code-wrong') wrongs += 1;
    else if (key === 'code-sent') ofThisRequest = codesBefore;
    else if (key === 'code-still-valid') codesBefore = ofThisRequest;
    if (questions.slice(questions.indexOf('code-still-valid')).some((one) => one === key)) awaitCode();
    if (setbacks.some((one) => one === key)) againAt = Date.now() + pauseMs;
  };
  const read = (): void => {
    for (const { from, text, created } of account.messages()) {
      if (created <= seen) continue;
      seen = created;
      if (from !== 'bot' || isFiller(text)) continue;
      movedAt = Date.now();
      // What was in a hand that died may come twice.
      if (text !== lastText) react(heardOf(text, keys));
      lastText = text;
      if (isEnd(last)) return;
    }
  };

  const patience = (): number => (promises.some((one) => one === last) ? promisedMs : patienceMs);

  begin();
  for (read(); !isEnd(last) && Date.now() - movedAt < patience(); read()) {
    if (era() !== own) [own] = [era(), begin()];
    if (Date.now() > againAt) begin();
    typeCode();
    askAgain();
    await wakes.wait([chatName(passer), mobile], 1_000);
  }
  const isIn = passer.fate === 'back in' && era() > 0 && last === 'password-is-initial';
  const asWished = isIn || wanted[passer.fate].includes(last);
  return { passer, account, ended: last, asWished, beginnings, resends, tookMs: Date.now() - began };
}

export const chatName = ({ messenger, chat }: Pick<Passer, 'messenger' | 'chat'>): string =>
  `${messenger}:${chat}`;

const isResend = ({ text }: { text: string }): boolean => text === label('resend');

const anotherThan = (code: string, by: number): string =>
  String((Number(code) + by) % 100_000).padStart(5, '0');
