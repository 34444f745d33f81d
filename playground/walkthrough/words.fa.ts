import type { Tally } from './tally.js';
import type { PlatformName } from '../../src/platforms.js';

/** The guide's ways, in its order, and what else may befall a member: what each is called and what it shows. */
export const titles = {
  'first-time': {
    title: 'بار اول',
    shows: 'شماره‌ای از سارا ثبت نشده است: شماره و کد پیامک را می‌نویسد و دوباره وارد سامانه می‌شود.',
  },
  'second-time': {
    title: 'بار دوم (الف)',
    shows: 'شمارهٔ بهروز قبلاً ثبت شده است: پرسیده نمی‌شود و فقط بخشی از آن دیده می‌شود.',
  },
  'never-set': {
    title: 'کلمهٔ عبور اولیه (ب)',
    shows: 'مهین هنوز کلمهٔ عبور را تغییر نداده است: پیامکی ارسال نمی‌شود و بازیابی هم شمرده نمی‌شود.',
  },
  'sixth-time': {
    title: 'بار ششم',
    shows: 'کامران از هر پنج بازیابی این دوره استفاده کرده است.',
  },
  'no-match': {
    title: 'کد بیمه‌شده و کد ملی که مطابقت ندارند',
    shows: 'ایرج کد ملی شخص دیگری را می‌نویسد و کد پیگیری دریافت می‌کند.',
  },
  'wrong-codes': {
    title: 'سه کد نادرست',
    shows: 'با سومین کد نادرست درخواست بسته می‌شود؛ کد درست هم دیگر معتبر نیست.',
  },
  'expired-code': {
    title: 'کد منقضی‌شده',
    shows: 'کد سارا منقضی می‌شود؛ با یک دکمه کد جدید می‌گیرد و چیزی را دوباره نمی‌نویسد.',
  },
  restart: {
    title: 'راه‌اندازی دوبارهٔ ربات',
    shows: 'ربات دو بار وسط کار فرهاد دوباره راه‌اندازی می‌شود و او از همان‌جا ادامه می‌دهد.',
  },
} as const;

export const words = {
  title: 'رمزیار، راه‌های راهنما',
  messengers: { telegram: 'تلگرام', bale: 'بله' } satisfies Record<PlatformName, string>,
  bot: 'رمزیار',
  phone: 'پیامک',
  portal: 'سامانه',
  backstage: 'پشت پرده',
  taken: 'از گفتگو پاک شد',
  contact: 'کارت تماس',
  signedIn: (insuredCode: string, password: string) => `ورود با ${insuredCode} و «${password}»: خوش آمدید.`,
  refused: (insuredCode: string, password: string) => `ورود با ${insuredCode} و «${password}»: قبول نشد.`,
  minutesPassed: (minutes: number) => `${minutes.toLocaleString('fa')} دقیقه گذشت.`,
  noSms: 'هیچ پیامکی نرسید.',
  counted: (used: number) => `بازیابی‌های شمرده‌شده در این دوره: ${used.toLocaleString('fa')}`,
  restarted: 'ربات دوباره راه‌اندازی شد.',
  portalApart: 'سامانه سرویس جداگانه‌ای است و ربات طبق قرارداد منتشرشده از آن می‌پرسد.',
  portalAway: 'سامانه در دسترس نیست.',
  expected: 'انتظار',
  stood: 'آمد',
  nothing: 'هیچ',
  wentWell: 'درست بود',
  wentWrong: 'درست نبود',
  tookEach: 'از شروع بازیابی تا پایان:',
  took: (way: WayName, messenger: PlatformName, { messages, words: count, calls }: Tally): string => {
    const [sent, read, made] = [messages, count, calls].map((one) => one.toLocaleString('fa'));
    const where = { telegram: 'تلگرام', bale: 'بله' }[messenger];
    return `${titles[way].title} (${where}): ${sent} پیام، ${read} کلمه، ${made} درخواست به پیام‌رسان`;
  },
  tally: (well: number, all: number, seconds: number) =>
    `${well.toLocaleString('fa')} راه از ${all.toLocaleString('fa')} راه درست بود، در ${seconds.toLocaleString('fa')} ثانیه.`,
};

export type WayName = keyof typeof titles;
