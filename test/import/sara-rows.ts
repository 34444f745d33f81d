import { person } from '../../playground/cast.js';
import type { Finding, Reading } from '../../src/import/reading.js';
import { englishHeader, readAll } from './files.js';

export const sara = person('sara');

/** The row of Sara, in which nothing is wrong. */
const good = {
  code: sara.insuredCode,
  id: sara.nationalId,
  from: '1404/01/01',
  to: '1404/12/29',
  mobile: sara.phone,
  name: '',
};
export type Values = typeof good;

export const lineOf = (own: Partial<Values>): string => Object.values({ ...good, ...own }).join(',');

/** Reads a list of such rows, each with something of its own. */
export const listOf = (...lines: Partial<Values>[]) =>
  readAll([englishHeader, ...lines.map(lineOf)].join('\n'));

export const findings = (reading: Reading | undefined): Finding[] => {
  if (reading?.kind === 'faulty') return reading.faults;
  return reading?.kind === 'member' ? reading.notices : [];
};
