import { addDays, type Day } from '../../src/calendar/day.js';
import { writeJalali } from '../../src/calendar/jalali.js';
import type { CastMember } from '../cast.js';
import { invented } from '../invented.js';

/** Insured code, national ID, cover from and to, mobile, name: as they stand in the columns of a list. */
export type ListRow = readonly [string, string, string, string, string, string];

/** Whom the insurer's list knows otherwise than the book does. */
const news: Partial<Record<CastMember['role'], Partial<Pick<CastMember, 'cover' | 'mobileOnRecord'>>>> = {
  // Her cover was renewed.
  laleh: { cover: { from: -5, to: 360 } },
  // His new number has come to the insurer's ears.
  iraj: { mobileOnRecord: '09120000006' },
};

const newcomers = [
  'رویا سپیددشت',
  'هومن پایدار',
  'شیرین کاوه‌نژاد',
  'آرمان مهرگان‌پور',
  'پریسا نیک‌پی',
  'سیامک رستگاری',
  'گلنار باغبان‌زاده',
  'بابک کوه‌نشین',
  'ژاله سپهرفر',
  'یاور دشتستانی',
  'نگار پیروزمند',
  'کیوان آبشناس',
];

/** The cast, two of them with news, and a dozen newcomers. */
export function listRows(cast: readonly CastMember[], today: Day): ListRow[] {
  const known = cast.map((member): ListRow => {
    const { insuredCode, nationalId, name, cover, mobileOnRecord } = { ...member, ...news[member.role] };
    return [
      insuredCode,
      nationalId,
      ...days(cover ?? { from: -100, to: 265 }, today),
      mobileOnRecord ?? '',
      name,
    ];
  });
  return [...known, ...newcomers.map((name, index) => newcomer(310_009 + index, today, name))];
}

/** Four newcomers in order, and eight rows that are not: each for another reason. */
export function faultyRows(_cast: readonly CastMember[], today: Day): ListRow[] {
  const good = (code: number): ListRow => newcomer(code, today);
  const [code, id, from, to, mobile, name] = good(310_031);
  const wrong = (change: Partial<Record<keyof typeof columns, string>>, number: string): ListRow => {
    const row: [string, string, string, string, string, string] = [number, id, from, to, mobile, name];
    for (const [column, value] of Object.entries(change))
      row[columns[column as keyof typeof columns]] = value;
    return row;
  };
  return [
    ...[310_021, 310_022, 310_023, 310_024].map(good),
    wrong({ code: '' }, code),
    wrong({ id: '12345' }, '310032'),
    wrong({ id: mobile }, '310033'),
    wrong({ from: to, to: from }, '310034'),
    wrong({ from: 'فردا' }, '310035'),
    wrong({ mobile: '02188000000' }, '310036'),
    wrong({ id: '01400000000' }, '310037'),
    wrong({ mobile: '' }, '310021'),
  ];
}

const columns = { code: 0, id: 1, from: 2, to: 3, mobile: 4 } as const;

/** So many newcomers: a list long enough to be watched. */
export const longRows = (count: number, today: Day): ListRow[] =>
  Array.from({ length: count }, (_, index) => newcomer(320_001 + index, today));

function newcomer(code: number, today: Day, name = ''): ListRow {
  const { insuredCode, nationalId, mobile } = invented(code);
  return [insuredCode, nationalId, ...days({ from: -30, to: 335 }, today), mobile, name];
}

function days(cover: { from: number; to: number }, today: Day): [string, string] {
  return [writeJalali(addDays(today, cover.from)), writeJalali(addDays(today, cover.to))];
}
