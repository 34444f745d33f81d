import { identifies } from '../identifies.js';
import type { Way } from '../way.js';

/** All five of this period are used: no code is sent, and the password stays as it is. */
export const sixthTime: Way = {
  name: 'sixth-time',
  async play({ played }) {
    const kamran = played('kamran');
    kamran.says('/reset');
    await identifies(kamran);
    await kamran.hears('resets-used-up');
    await kamran.getsNoSms();
    await kamran.hasUsed(5);
    await kamran.getsIn('panjomin-bar');
  },
};
