import type { NoticeOrder } from '../../reset/ports.js';
import type { SmsProvider, SmsResult } from '../../sms/port.js';
import type { Performed, Performer } from '../performer.js';

/** Tells a member of something by SMS. Better twice than not at all. */
export function makeSmsNoticePerformer(sms: Pick<SmsProvider, 'sendNotice'>): Performer<NoticeOrder, null> {
  return {
    kind: 'sms-notice',
    atOnce: 8,
    leaseMs: 30_000,
    tries: 8,
    afterCrash: 'repeat',
    perform: async ({ to, notice, subject }) =>
      performedOf(await sms.sendNotice({ to, notice, reference: `${subject}-${notice}` })),
    settle: async () => undefined,
    givenUp: () => null,
  };
}

function performedOf(result: SmsResult): Performed<null> {
  switch (result.kind) {
    case 'accepted':
      return { kind: 'done', result: null, ...(result.id ? { outsideId: result.id } : {}) };
    case 'refused':
      return { kind: result.reason === 'recipient' ? 'failed' : 'later', fault: result.fault };
    case 'unavailable':
      return { kind: 'later', fault: result.fault };
  }
}
