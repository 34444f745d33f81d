import { codeIsSent, identifies } from '../identifies.js';
import type { Way } from '../way.js';

/** The code has grown old: another sentence than for a wrong one, and a button for a new code without retyping. */
export const expiredCode: Way = {
  name: 'expired-code',
  async play({ played, minutesPass }) {
    const sara = played('sara');
    sara.says('/reset');
    await identifies(sara);
    await sara.hears('mobile-needed', 'ask-mobile');
    sara.says(sara.who.phone);
    await sara.hears('mobile-taken');
    await sara.hears(...codeIsSent);
    const old = await sara.readsCode();

    await minutesPass(6);
    sara.says(old);
    await sara.hears('code-expired', 'ask-new-code');
    sara.presses('button-new-code');
    await sara.hears(...codeIsSent);

    sara.says(await sara.readsCode());
    await sara.hears('reset-done');
    await sara.hasUsed(1);
    await sara.getsIn(sara.who.nationalId);
  },
};
