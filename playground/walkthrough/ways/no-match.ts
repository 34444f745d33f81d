import { person } from '../../cast.js';
import type { Way } from '../way.js';

/** The national ID is somebody else's: one answer, whichever of the two is wrong, with a reference for support. */
export const noMatch: Way = {
  name: 'no-match',
  async play({ played }) {
    const iraj = played('iraj');
    iraj.says('/reset');
    await iraj.hears('reset-welcome', 'ask-insured-code');
    iraj.says(iraj.who.insuredCode);
    await iraj.hears('ask-national-id');
    iraj.says(person('laleh').nationalId);
    const answer = await iraj.hears('no-match');

    iraj.presses('button-reset');
    await iraj.hears('reset-welcome', 'ask-insured-code');
    iraj.says('999999');
    await iraj.hears('ask-national-id');
    iraj.says(iraj.who.nationalId);
    const another = await iraj.hears('no-match');
    iraj.finds(withoutReference(answer), withoutReference(another));
    await iraj.getsNoSms();
  },
};

/** Its last line carries the number. */
const withoutReference = (answer: string): string => answer.slice(0, answer.lastIndexOf('\n'));
