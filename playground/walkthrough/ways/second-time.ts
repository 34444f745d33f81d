import { identifies } from '../identifies.js';
import type { Way } from '../way.js';

/** Note (a) of the guide: the mobile is on record, so the code goes there without a question. */
export const secondTime: Way = {
  name: 'second-time',
  async play({ played }) {
    const behrouz = played('behrouz');
    behrouz.says('/start reset');
    await identifies(behrouz);
    const sent = await behrouz.hears('code-sent', 'next-send', 'ask-code');
    behrouz.finds('0912•••••02', sent);
    behrouz.misses(behrouz.who.phone, sent);

    behrouz.says(await behrouz.readsCode());
    await behrouz.hears('code-right');
    await behrouz.hears('reset-done');
    await behrouz.readsNotice();
    await behrouz.hasUsed(2);

    await behrouz.isRefused('koohestan-77');
    await behrouz.getsIn(behrouz.who.nationalId);
  },
};
