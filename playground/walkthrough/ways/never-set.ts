import { identifies } from '../identifies.js';
import type { Way } from '../way.js';

/** Note (b) of the guide: the password was never changed, so there is nothing to recover and nothing to pay for. */
export const neverSet: Way = {
  name: 'never-set',
  async play({ played }) {
    const mahin = played('mahin');
    mahin.says('/reset');
    await identifies(mahin);
    await mahin.hears('password-is-initial');
    await mahin.getsNoSms();
    await mahin.hasUsed(0);
    await mahin.getsIn(mahin.who.nationalId);
  },
};
