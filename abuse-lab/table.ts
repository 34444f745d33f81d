import { holds, mostMinutes, type Played } from './attack.js';
import type { Options } from './options.js';

const head = ['row', 'tried', 'got through', 'bound', 'rials', 'minutes', 'seconds', ''];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What stands above the table. */
export const heading = (database: string, { seed, smsPrice }: Options): string[] => [
  `Abuse lab: ${database}, seed ${seed}, ${grouped(smsPrice)} rials an SMS.`,
  '',
  row(head),
  row(head.map(() => '---')),
];

/** One attack: a line of the table, and below it why it could not be played to its end. */
export function lineOf(played: Played, smsPrice: number): string[] {
  const { attack, through, minutes, sms, seconds, fault } = played;
  const { of, most } = attack.bound;
  const line = row([
    attack.row,
    attack.tries,
    Number.isNaN(through) ? '?' : String(through),
    `${most} ${of}`,
    grouped(sms * smsPrice),
    minutes === null ? '–' : String(minutes),
    seconds.toFixed(1),
    holds(played) ? 'holds' : 'BROKEN',
  ]);
  return fault === null ? [line] : [line, `  ${attack.row} was not played to its end: ${fault}`];
}

/** What stands below the table. */
export function summary(all: readonly Played[], smsPrice: number): string[] {
  const broken = all.filter((one) => !holds(one)).map(({ attack }) => attack.row);
  const sms = all.reduce((sum, one) => sum + one.sms, 0);
  const longest = Math.max(0, ...all.map(({ minutes }) => minutes ?? 0));
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0);
  return [
    '',
    `${all.length} attacks in ${seconds.toFixed(0)} s, ${grouped(sms * smsPrice)} rials for ${sms} SMS.`,
    `The longest that a member was held up: ${longest} minutes; bound: ${mostMinutes}.`,
    broken.length === 0 ? 'Every bound holds.' : `BROKEN: ${broken.join(', ')}`,
  ];
}

const grouped = (count: number): string => count.toLocaleString('en');
