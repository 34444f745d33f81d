import { platformNames } from '../../../src/platforms.js';
import { codeIsSent, identifies } from '../identifies.js';
import type { Way } from '../way.js';

/** No mobile is on record: Sara types her own, proves it with the code, and her old password is of no use any more. */
export const firstTime: Way = {
  name: 'first-time',
  messengers: platformNames,
  async play({ played }) {
    const sara = played('sara');
    sara.says('/start');
    await sara.hears('greeting');
    sara.presses('button-reset');
    await identifies(sara);
    await sara.hears('mobile-needed', 'ask-mobile');
    sara.says('۰۹۱۲ ۰۰۰ ۰۰ ۰۱');
    await sara.hears('mobile-taken');
    const sent = await sara.hears(...codeIsSent);
    sara.finds('0912•••••01', sent);

    const code = await sara.readsCode();
    sara.says(code);
    const done = await sara.hears('reset-done');
    sara.misses(sara.who.nationalId, done);
    await sara.readsSms('sms-notice-reset');
    await sara.hasUsed(1);
    sara.seesNoneOfThisAnyMore(sara.who.insuredCode, sara.who.nationalId, '۰۹۱۲ ۰۰۰ ۰۰ ۰۱', code);

    await sara.isRefused('baran-1403');
    await sara.getsIn(sara.who.nationalId);
  },
};
