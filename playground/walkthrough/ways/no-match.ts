import { person } from '../../cast.js';
import { askedForId } from '../identifies.js';
import type { Way } from '../way.js';

/** The national ID is somebody else's: one answer, whichever of the two is wrong, with a reference for support. */
export const noMatch: Way = {
  name: 'no-match',
  async play({ played }) {
    const iraj = played('iraj');
    iraj.says('/reset');
    await iraj.hears('reset-welcome', 'ask-insured-code');
    iraj.says(iraj.who.insuredCode);
    await iraj.hears(...askedForId);
    iraj.says(person('laleh').nationalId);
    const answer = await iraj.hears('no-match', 'insured-code-was');

    iraj.presses('button-reset');
    await iraj.hears('ask-insured-code');
    iraj.says('999999');
    await iraj.hears(...askedForId);
    iraj.says(iraj.who.nationalId);
    const another = await iraj.hears('no-match', 'insured-code-was');
    iraj.finds(withoutReference(answer), withoutReference(another));
    await iraj.getsNoSms();
  },
};

/** Its last two lines carry the number, and the code that was typed. */
const withoutReference = (answer: string): string => answer.split('\n').slice(0, -2).join('\n');
