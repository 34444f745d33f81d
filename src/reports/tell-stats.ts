import { startOfDay } from '../calendar/tehran.js';
import { localeTags } from '../words/instants.js';
import type { Blanks, Locale, Words } from '../words/words.js';
import { steps, type Stats } from './stats.js';

/** As many reasons as the picture shows. */
const mostReasons = 5;

/** What stands in the picture, in words: for whoever hears it read aloud, or waits for the picture on a slow line. */
export function tellStats(stats: Stats, words: Words, locale: Locale): string {
  const { reached, refusals } = stats;
  const { say, number, share } = makeTeller(words, locale);
  return [
    [say('chart-title'), spanLine(stats, words, locale)],
    [
      say('stats-done', { done: number(reached.done), most: number(most(stats)) }),
      say('stats-success', { share: share(reached.done, reached.begun) }),
    ],
    [say('stats-stops'), ...steps.map((step) => counted(say(`chart-step-${step}`), number(reached[step])))],
    smsLines(stats, words, locale),
    [
      say(refusals.length > 0 ? 'stats-refusals' : 'chart-no-refusals'),
      ...refusals
        .slice(0, mostReasons)
        .map(({ kind, count }) => counted(say(`chart-refusal-${kind}`), number(count))),
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** A label begins its line in letters, so that the line runs as they do. */
const counted = (label: string, count: string): string => `${label}: ${count}`;

const most = ({ days }: Stats): number => days.reduce((highest, { done }) => Math.max(highest, done), 0);

function spanLine({ from, to }: Stats, words: Words, locale: Locale): string {
  const [fromAt, toAt] = [startOfDay(from), startOfDay(to)];
  return from === to
    ? words.say(locale, 'chart-day', { fromAt })
    : words.say(locale, 'chart-span', { fromAt, toAt });
}

function smsLines({ sms }: Stats, words: Words, locale: Locale): string[] {
  const { say, number, share } = makeTeller(words, locale);
  const { sent, arrived, cost } = sms;
  return [
    arrived
      ? say('stats-sms', { sent: number(sent), arrived: share(arrived.count, arrived.of) })
      : say('stats-sms-sent', { sent: number(sent) }),
    ...(cost === null ? [] : [say('stats-cost', { cost: number(cost) })]),
  ];
}

function makeTeller(words: Words, locale: Locale) {
  const tag = localeTags[locale];
  const shares = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  return {
    say: (key: string, blanks?: Blanks) => words.say(locale, key, blanks),
    number: (value: number) => value.toLocaleString(tag),
    share: (part: number, whole: number) => (whole > 0 ? shares.format(part / whole) : '–'),
  };
}
