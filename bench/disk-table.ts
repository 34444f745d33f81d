import type { DiskUse } from './measure/disk.js';

/** What is written of a recovery for good, or for more than a year, and how many of it there are. */
const staying: Readonly<Record<string, string>> = {
  audit: 'the trail',
  sms_messages: 'text messages, for 400 days',
  password_resets: 'the ledger of recoveries',
  members: 'the mobile and its index, once a member',
  bound_chats: 'once a chat and member',
  chats: 'once a chat',
  reset_tallies: 'once a cover',
};

const aYear = 100_000;

/** Bytes of a recovery by table in Markdown: what stays, and what jobs remove again; and what that makes in a year. */
export function diskTable(uses: readonly DiskUse[]): string {
  const ofAll = (tables: readonly string[]): string[] =>
    uses.map(({ bytes }) => whole(tables.reduce((sum, table) => sum + (bytes.get(table) ?? 0), 0)));
  const stay = Object.keys(staying);
  const go = [...new Set(uses.flatMap(({ bytes }) => [...bytes.keys()]))].filter((table) => {
    const most = Math.max(...uses.map(({ bytes }) => bytes.get(table) ?? 0));
    return !(table in staying) && most >= 1;
  });
  const megabytes = uses.map(({ bytes }) =>
    whole((stay.reduce((sum, table) => sum + (bytes.get(table) ?? 0), 0) * aYear) / 1_000_000),
  );
  return [
    row(['bytes a recovery', ...uses.map(({ name }) => name)]),
    row(['---', ...uses.map(() => '--:')]),
    ...stay.map((table) => row([`stays: \`${table}\`, ${staying[table] ?? ''}`, ...ofAll([table])])),
    row(['stays, together', ...ofAll(stay)]),
    ...go.sort().map((table) => row([`goes: \`${table}\``, ...ofAll([table])])),
    row(['goes, together', ...ofAll(go)]),
    row([`MB a year that stay, at ${aYear.toLocaleString('en')} recoveries`, ...megabytes]),
  ].join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const whole = (number: number): string => Math.round(number).toLocaleString('en');
