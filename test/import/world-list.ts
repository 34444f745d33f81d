import type { MemberRow } from '../../src/import/columns/columns.js';
import type { Finding, Reading } from '../../src/import/reading.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { handClock } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { headerRow, persianHeader, readAll, textRow } from './files.js';

export const cover = { coverFrom: '2026-03-21', coverTo: '2027-03-20' };
export const [one, two, three] = [invent(1), invent(2), invent(3)];
export const valuesOf = ({ insuredCode, nationalId, phone, name }: typeof one): string[] => [
  insuredCode,
  nationalId,
  '1405/01/01',
  '1405/12/29',
  phone,
  name,
];
export const lines = [valuesOf(one), valuesOf(two), valuesOf(three)];
export const listed = lines.map((values, at) => textRow(at + 2, values)).join('');
export const rows = headerRow + listed;
export const text = [persianHeader, ...lines.map((values) => values.join(','))].join('\n');
export const memberOf = ({ insuredCode, nationalId, phone, name }: typeof one): MemberRow => ({
  insuredCode,
  nationalId,
  ...cover,
  mobile: phone,
  name,
});
export const all = [one, two, three].map(memberOf);

/** In the ninth month of the year that these lists are about. */
export const today = () => dayInTehran(handClock(new Date('2026-11-29T08:30:00.000Z')).now());
export const read = (bytes: Buffer | string): Promise<Reading[]> => readAll(bytes, { today });
export const membersIn = (readings: Reading[]): MemberRow[] =>
  readings.flatMap((reading) => (reading.kind === 'member' ? [reading.member] : []));
export const noticesIn = (readings: Reading[]): Finding['reason'][] =>
  readings
    .flatMap((reading) => (reading.kind === 'member' ? reading.notices : []))
    .map(({ reason }) => reason);
export const withoutMobile = (member: MemberRow): MemberRow => ({ ...member, mobile: null });
