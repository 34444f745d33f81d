import type { StaffRequest } from '../../entities/staff-request.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Random } from '../random.js';
import { makeReference } from '../reference.js';
import type { Tell } from '../chats/tell.js';
import type { People } from '../people/people.js';
import { makeRequestStore, openKey as keyOf } from './store.js';
import type { RequestEvent } from './events.js';

export type { StaffRequest };

/** What members ask of staff, and what staff have to hear of them. */
export interface StaffRequests {
  /**
   * Puts the request and tells staff; asked twice, it is one. Returns the reference to quote. Of a missing account only an
   * alert tells, since the portal may have lost many at once.
   */
  put(request: { kind: StaffRequest['kind']; memberId: number; chatKey: string }): Promise<string>;
  /** Does this member wait for staff to answer a request of this kind? */
  isOpen(memberId: number, kind: StaffRequest['kind']): Promise<boolean>;
  byId(id: number): Promise<StaffRequest | null>;
  byReference(reference: string): Promise<StaffRequest | null>;
  /** At most so many of each kind, the oldest first. */
  allOpen(most: number): Promise<StaffRequest[]>;
  /** Of all kinds, or of this one. */
  countOpen(kind?: StaffRequest['kind']): Promise<number>;
  /** Closes the member's open request of this kind, if there is one, and tells who asked. */
  close(memberId: number, kind: StaffRequest['kind'], state: 'granted'): Promise<void>;
  refuse(id: number): Promise<boolean>;
  grant(id: number): Promise<boolean>;
  /** Closes the member's open request of this kind, since what was asked for has come about without staff. */
  withdraw(memberId: number, kind: StaffRequest['kind']): Promise<void>;
}

const kinds: readonly StaffRequest['kind'][] = ['clear-mobile', 'first-mobile', 'account-missing'];

export interface StaffRequestParts {
  tx: Transaction;
  clock: Clock;
  random: Random;
  chats: Tell<RequestEvent>;
  people: Pick<People, 'chatsOf'>;
}

export function makeStaffRequests(parts: StaffRequestParts): StaffRequests {
  const { tx, clock, random, chats, people } = parts;
  const store = makeRequestStore(tx);

  const close = async (request: StaffRequest, state: 'granted' | 'refused'): Promise<boolean> => {
    if (!(await store.close(request.id, state))) return false;
    const { reference, kind, chatKey } = request;
    await chats.tell(chatKey, { kind: `request-${state}`, request: kind, reference }, `request:${reference}`);
    return true;
  };
  return {
    put: async ({ kind, memberId, chatKey }) => {
      const openKey = keyOf(kind, memberId);
      const reference = makeReference(random);
      const asked = { kind, memberId, openKey, chatKey, reference };
      const requestId = await store.open({ ...asked, state: 'open', createdAt: clock.now() });
      if (requestId === null) return (await store.openUnder(openKey))?.reference ?? reference;
      const told = kind === 'account-missing' ? [] : await people.chatsOf('operator');
      for (const staff of told) {
        await chats.tell(staff, { kind: 'staff-request', requestId }, `asks:${requestId}:${staff}`);
      }
      return reference;
    },
    isOpen: async (memberId, kind) => (await store.openUnder(keyOf(kind, memberId))) !== null,
    byId: (id) => store.byId(id),
    byReference: (reference) => store.byReference(reference),
    allOpen: async (most) => (await Promise.all(kinds.map((kind) => store.allOpen(kind, most)))).flat(),
    countOpen: (kind) => store.countOpen(kind),
    close: async (memberId, kind, state) => {
      const open = await store.openUnder(keyOf(kind, memberId));
      if (open) await close(open, state);
    },
    withdraw: async (memberId, kind) => {
      const open = await store.openUnder(keyOf(kind, memberId));
      if (open) await store.close(open.id, 'withdrawn');
    },
    refuse: async (id) => {
      const request = await store.byId(id);
      return request !== null && close(request, 'refused');
    },
    grant: async (id) => {
      const request = await store.byId(id);
      return request !== null && close(request, 'granted');
    },
  };
}
