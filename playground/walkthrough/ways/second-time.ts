import { codeIsSent, identifies } from '../identifies.js';
import { codeIn } from '../played.js';
import type { Way } from '../way.js';

/** Note (a) of the guide: the mobile is on record, so the code goes there without a question. */
export const secondTime: Way = {
  name: 'second-time',
  async play({ played }) {
    const behrouz = played('behrouz');
    behrouz.says('/start reset');
    await identifies(behrouz);
    const sent = await behrouz.hears(...codeIsSent);
    behrouz.finds('0912•••••02', sent);
    behrouz.misses(behrouz.who.phone, sent);

    behrouz.finds('۵ دقیقه', sent);
    const sms = await behrouz.readsSms('sms-code');
    behrouz.finds('بیمه نوین', sms);
    behrouz.says(codeIn(sms));
    await behrouz.hears('reset-done');
    await behrouz.readsSms('sms-notice-reset');
    await behrouz.hasUsed(2);

    await behrouz.isRefused('koohestan-77');
    await behrouz.getsIn(behrouz.who.nationalId);
  },
};
