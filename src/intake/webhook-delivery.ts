import type { Update } from 'grammy/types';
import type { Clock } from '../clock.js';
import { makeOutageLog } from '../outage-log.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import { groupCommit } from './group-commit.js';
import type { OutageNotice } from './outage-notice.js';
import type { Receive } from './receive.js';

/** `not-now`: it could not be stored, and the messenger must bring it again. */
export type Delivered = 'stored' | 'not-now';

/** Takes an update that a messenger brings by webhook. Never throws. */
export type TakeDelivery = (update: Update) => Promise<Delivered>;

export interface WebhookDeliveryParts {
  messenger: Messenger;
  receive: Receive;
  outageNotice: OutageNotice;
  clock: Clock;
  log: Log;
}

export function makeTakeDelivery({
  messenger,
  receive,
  outageNotice,
  clock,
  log,
}: WebhookDeliveryParts): TakeDelivery {
  const { platform } = messenger;
  const storing = makeOutageLog(
    { log, clock },
    { out: 'an update cannot be stored and is to be brought again', back: 'updates are stored again' },
  );
  const store = groupCommit((updates: readonly Update[]) => receive(messenger, updates));
  return async (update) => {
    try {
      await store(update);
      storing.back({ platform });
      outageNotice.outageOver();
      return 'stored';
    } catch (error) {
      storing.out({ platform, fault: describeError(error) });
      await outageNotice.send(update);
      return 'not-now';
    }
  };
}
