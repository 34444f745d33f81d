import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makeReference } from '../reference.js';
import type { Random } from '../random.js';
import type { StaffRequest } from '../../entities/staff-request.js';
import { makeRequestStore } from './store.js';

/** What members ask of staff. */
export interface StaffRequests {
  /** Puts the request; asked twice, it is one. Returns the reference to quote. */
  put(request: { kind: StaffRequest['kind']; memberId: number; chatKey: string }): Promise<string>;
}

export function makeStaffRequests(house: { tx: Transaction; clock: Clock; random: Random }): StaffRequests {
  const store = makeRequestStore(house.tx);
  return {
    put: async ({ kind, memberId, chatKey }) => {
      const openKey = `${kind}:${memberId}`;
      const reference = makeReference(house.random);
      await store.open({
        kind,
        memberId,
        openKey,
        chatKey,
        reference,
        state: 'open',
        createdAt: house.clock.now(),
      });
      return (await store.openUnder(openKey)).reference;
    },
  };
}
