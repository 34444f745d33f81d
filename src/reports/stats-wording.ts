import { localeTags } from '../words/instants.js';
import type { Blanks, Locale, Words } from '../words/words.js';
import { waysDown, type Stats } from './stats.js';
import { spanWording } from './span-wording.js';

/** As many reasons as the picture shows. */
const mostReasons = 5;

/** The three lines under the picture: of which days it is, how many got back in, and how many of those who needed to. */
export function statsSummary(stats: Stats, words: Words, locale: Locale): string {
  const { say } = makeTeller(words, locale);
  return [say(...spanWording(stats)), doneLine(stats, words, locale), successLine(stats, words, locale)].join(
    '\n',
  );
}

/** What stands in the picture, in words: for whoever hears it read aloud, or waits for the picture on a slow line. */
export function statsWording(stats: Stats, words: Words, locale: Locale): string {
  const { refusals } = stats;
  const { say, number } = makeTeller(words, locale);
  return [
    [say('chart-title'), say(...spanWording(stats))],
    [
      doneLine(stats, words, locale),
      successLine(stats, words, locale),
      say('stats-still-initial', { count: number(stats.stillInitial) }),
    ],
    [
      say('stats-stops'),
      ...waysDown(stats).map(({ step, count }) => counted(say(`chart-step-${step}`), number(count))),
    ],
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

/** Of a single day, the most in a day is nothing new. */
function doneLine({ days, reached }: Stats, words: Words, locale: Locale): string {
  const { say, number } = makeTeller(words, locale);
  const done = number(reached.done);
  const most = days.reduce((highest, day) => Math.max(highest, day.done), 0);
  return days.length === 1
    ? say('stats-done-that-day', { done })
    : say('stats-done', { done, most: number(most) });
}

function successLine({ reached, neededNone }: Stats, words: Words, locale: Locale): string {
  const { say, share } = makeTeller(words, locale);
  return say('stats-success', { share: share(reached.done, reached.begun - neededNone) });
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
