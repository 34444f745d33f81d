import type { PlatformName } from '../../src/platforms.js';

/** The guide's ways, in its order, and what else may befall a member: what each is called and what it shows. */
export const titles = {
  'first-time': {
    title: 'بار نخست',
    shows: 'شماره‌ای از سارا ثبت نشده است: آن را می‌نویسد، کد پیامک را هم، و به سامانه برمی‌گردد.',
  },
  'second-time': {
    title: 'بار دوم (الف)',
    shows: 'شمارهٔ بهروز از پیش ثبت شده است: کسی آن را نمی‌پرسد و تنها بخشی از آن دیده می‌شود.',
  },
  'never-set': {
    title: 'کلمهٔ عبور اولیه (ب)',
    shows: 'مهین هرگز کلمهٔ عبور را عوض نکرده است: نه پیامکی می‌آید و نه چیزی شمرده می‌شود.',
  },
  'sixth-time': {
    title: 'بار ششم',
    shows: 'کامران هر پنج بازیابی این دوره را به کار برده است.',
  },
  'no-match': {
    title: 'کد بیمه‌شده و کد ملی ناجور',
    shows: 'ایرج کد ملی کس دیگری را می‌نویسد و یک کد پیگیری می‌گیرد.',
  },
  'wrong-codes': {
    title: 'سه کد نادرست',
    shows: 'سومین کد نادرست درخواست را می‌بندد؛ کد درست هم دیگر به کار نمی‌آید.',
  },
  'expired-code': {
    title: 'کدی که زمانش گذشت',
    shows: 'کد سارا کهنه می‌شود؛ با یک دکمه کد تازه می‌گیرد و چیزی را دوباره نمی‌نویسد.',
  },
  restart: {
    title: 'خاموش و روشن شدن ربات',
    shows: 'ربات دو بار در میانهٔ راهِ فرهاد از نو آغاز می‌شود و او از همان‌جا ادامه می‌دهد.',
  },
} as const;

export const words = {
  title: 'رمزیار، راه‌های راهنما',
  messengers: { telegram: 'تلگرام', bale: 'بله' } satisfies Record<PlatformName, string>,
  bot: 'رمزیار',
  phone: 'پیامک',
  portal: 'سامانه',
  backstage: 'پشت صحنه',
  taken: 'از گفتگو پاک شد',
  contact: 'کارت تماس',
  signedIn: (insuredCode: string, password: string) => `ورود با ${insuredCode} و «${password}»: خوش آمدید.`,
  refused: (insuredCode: string, password: string) => `ورود با ${insuredCode} و «${password}»: پذیرفته نشد.`,
  minutesPassed: (minutes: number) => `${minutes.toLocaleString('fa')} دقیقه گذشت.`,
  noSms: 'هیچ پیامکی نیامد.',
  counted: (used: number) => `بازیابی‌های شمرده‌شده در این دوره: ${used.toLocaleString('fa')}`,
  restarted: 'ربات از نو آغاز شد.',
  portalApart: 'سامانه سرویسی جداست و ربات با قرارداد منتشرشده از آن می‌پرسد.',
  portalAway: 'سامانه از دسترس بیرون است.',
  expected: 'انتظار',
  stood: 'آمد',
  nothing: 'هیچ',
  wentWell: 'درست بود',
  wentWrong: 'درست نبود',
  tally: (well: number, all: number, seconds: number) =>
    `${well.toLocaleString('fa')} راه از ${all.toLocaleString('fa')} راه درست بود، در ${seconds.toLocaleString('fa')} ثانیه.`,
};

export type WayName = keyof typeof titles;
