import { In } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Town } from '../support/town.js';

/** Nothing is waiting at the messenger, in the inbox or in the outbox, and nothing is in hand. */
export async function isQuiet({ db, emulator }: Town): Promise<boolean> {
  const { manager } = db.dataSource;
  const left = [
    emulator.pending('telegram'),
    await manager.countBy(InboxEntry, { state: 'waiting' }),
    await manager.countBy(OutboxEntry, { state: In(['waiting', 'in-hand']) }),
  ];
  return left.every((count) => count === 0);
}
