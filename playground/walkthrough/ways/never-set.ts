import type { Way } from '../way.js';

/** Note (b) of the guide: the password was never changed, so there is nothing to recover and nothing to pay for. */
export const neverSet: Way = {
  name: 'never-set',
  async play({ played }) {
    const mahin = played('mahin');
    mahin.says('/reset');
    await mahin.hears('reset-welcome', 'ask-insured-code');
    // Both at once, one below the other.
    mahin.says(`${mahin.who.insuredCode}\n${mahin.who.nationalId}`);
    await mahin.hears('password-is-initial');
    await mahin.getsNoSms();
    await mahin.hasUsed(0);
    await mahin.getsIn(mahin.who.nationalId);
  },
};
