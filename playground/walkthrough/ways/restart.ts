import { askedForId, codeIsSent } from '../identifies.js';
import type { Way } from '../way.js';

/** The process ends and begins again between two steps, twice; Farhad goes on as if nothing had happened. */
export const restart: Way = {
  name: 'restart',
  async play({ played, botRestarts }) {
    const farhad = played('farhad');
    farhad.says('/reset');
    await farhad.hears('reset-welcome', 'ask-insured-code');
    farhad.says(farhad.who.insuredCode);
    await farhad.hears(...askedForId);

    await botRestarts();
    farhad.says(farhad.who.nationalId);
    await farhad.hears(...codeIsSent);
    const code = await farhad.readsCode();

    await botRestarts();
    farhad.says(code);
    await farhad.hears('reset-done');
    await farhad.hasUsed(5);
    await farhad.getsIn(farhad.who.nationalId);
  },
};
