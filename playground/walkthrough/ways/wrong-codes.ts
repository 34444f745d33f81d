import { codeIsSent, identifies } from '../identifies.js';
import type { Way } from '../way.js';

/** The third wrong code ends the request; the right one comes too late, and nothing was counted. */
export const wrongCodes: Way = {
  name: 'wrong-codes',
  async play({ played }) {
    const behrouz = played('behrouz');
    behrouz.says('/reset');
    await identifies(behrouz);
    await behrouz.hears(...codeIsSent);
    const code = await behrouz.readsCode();

    behrouz.says(anotherThan(code, 1));
    behrouz.finds('۲', await behrouz.hears('code-wrong'));
    behrouz.says(anotherThan(code, 2));
    behrouz.finds('یک بار', await behrouz.hears('code-wrong'));
    behrouz.says(anotherThan(code, 3));
    await behrouz.hears('code-wrong-last');

    behrouz.says(code);
    await behrouz.hears('nothing-is-asked');
    await behrouz.hasUsed(1);
    await behrouz.getsIn('koohestan-77');
  },
};

const anotherThan = (code: string, by: number): string =>
  String((Number(code) + by) % 100_000).padStart(5, '0');
