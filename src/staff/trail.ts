import type { AuditEntry } from '../../entities/audit-entry.js';
import { chatName, type ChatName } from '../chats/mark.js';
import type { Keyring } from '../keys/keyring.js';
import type { Transaction } from '../db/transaction.js';
import type { People } from '../people/people.js';
import { makeTrailStore } from './trail-store.js';

/** One line of the trail, as staff read it: `event-<reason>` by whom. */
export interface TrailLine {
  at: number;
  /** Our own reason, as in the audit's vocabulary. */
  reason: string;
  memberId: number | null;
  /** Whose line it is; null where it is about nobody, or somebody who is on record no more. */
  insuredCode: string | null;
  reference: string | null;
  who:
    | ({ kind: 'who-chat' } & ChatName)
    | { kind: 'who-staff'; name: string }
    | { kind: 'who-operator' }
    | { kind: 'who-system' };
  detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The trail, only to be read. Newest first. */
export interface Trail {
  last(memberId: number | null, most: number): Promise<TrailLine[]>;
  byReference(reference: string): Promise<TrailLine[]>;
  /** Has its whole chain walked, and a head looked for that was kept; what came of it comes to the chat as an event. */
  check(asked: TrailCheckWanted): Promise<void>;
}

export interface TrailCheckWanted {
  chatKey: string;
  kept: string | null;
}

export interface TrailParts {
  tx: Transaction;
  keyring: Pick<Keyring, 'index'>;
  people: Pick<People, 'nameOf'>;
  enqueueTrailCheck: Trail['check'];
}

export function makeTrail({ tx, keyring, people, enqueueTrailCheck }: TrailParts): Trail {
  const store = makeTrailStore(tx);

  const whoIs = async (actor: string): Promise<TrailLine['who']> => {
    const [kind, rest] = [actor.split(':', 1)[0], actor.slice(actor.indexOf(':') + 1)];
    if (kind === 'chat') return { kind: 'who-chat', ...chatName(keyring, rest) };
    if (kind === 'operator') return { kind: 'who-operator' };
    if (kind !== 'staff') return { kind: 'who-system' };
    return { kind: 'who-staff', name: (await people.nameOf(Number(rest))) ?? rest };
  };
  const told = async (entries: readonly AuditEntry[]): Promise<TrailLine[]> => {
    const codes = await store.insuredCodes(entries.flatMap(({ memberId }) => memberId ?? []));
    return Promise.all(
      entries.map(async ({ at, event, actor, memberId, reference, detail }) => ({
        at: at.getTime(),
        reason: event.slice(event.indexOf(':') + 1),
        memberId,
        insuredCode: codes.get(memberId ?? 0) ?? null,
        reference,
        who: await whoIs(actor),
        detail: JSON.parse(detail) as TrailLine['detail'],
      })),
    );
  };
  return {
    last: async (memberId, most) => told(await store.last(memberId, most)),
    byReference: async (reference) => told(await store.byReference(reference)),
    check: enqueueTrailCheck,
  };
}
