import type { AuditEntry } from '../../entities/audit-entry.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { makeAuditStore } from './store.js';

/** What `verify` has found. */
export interface ChainReport {
  /** Lines in the chain whose place and hash are right, from the first on. */
  sound: number;
  /** Lines that wait for their place. */
  unsealed: number;
  /** The first place that is wrong: its line was changed, or is missing (`id` null). */
  broken: { sequence: number; id: number | null } | null;
  /** Hash of the last sound line, to be kept elsewhere: a chain cut off at its end looks sound. */
  head: string | null;
  /** The place of the sound line whose hash begins with what somebody has kept; null when there is none, or none was kept. */
  kept: number | null;
}

/** Gives committed lines of the trail their place in a chain that no line can leave, enter or change unseen. */
export interface Sealer {
  /** Chains the oldest unsealed lines; returns how many. Throws, with nothing done, when two do so at once. */
  seal(): Promise<number>;
  /** `kept`: a head that was written down earlier, or its beginning. It stays in its place for ever, unless keys change. */
  verify(kept?: string): Promise<ChainReport>;
  /** The last line of the chain, as it stands; null: there is none. */
  head(): Promise<{ sequence: number; hash: string } | null>;
  /** Hashes a sound chain anew under the current key, so that an older key may go. Throws when it is broken. */
  reseal(): Promise<void>;
}

const batch = 500;
/** What the first line is chained to. */
const beginning = '';

export function makeSealer({ tx, keyring }: { tx: Transaction; keyring: Keyring }): Sealer {
  const store = makeAuditStore(tx);
  const link = (key: string, before: string, line: AuditEntry) => linkUnder(keyring, key, before, line);

  /** Walks the chain from its beginning for as long as it is sound. */
  async function* soundLines() {
    let [sequence, hash] = [0, beginning];
    for (let page = await store.sealedAfter(0, batch); page.length > 0;) {
      for (const entry of page) {
        const placed = entry.sequence === sequence + 1;
        const before = hash;
        const sound = keyring.fingerprints.some((key) => link(key, before, entry) === entry.hash);
        if (!placed || !sound) return { sequence: sequence + 1, id: placed ? entry.id : null };
        yield entry;
        ({ sequence, hash } = entry);
      }
      page = await store.sealedAfter(sequence, batch);
    }
    return null;
  }

  return {
    seal: async () => {
      const head = await store.head();
      let [sequence, hash] = [head?.sequence ?? 0, head?.hash ?? beginning];
      const lines = await store.unsealed(batch);
      for (const line of lines) {
        sequence += 1;
        hash = link(keyring.current, hash, { ...line, sequence });
        if (!(await store.seal(line.id, sequence, hash))) throw new Error('two sealers at once');
      }
      return lines.length;
    },

    head: async () => {
      const last = await store.head();
      return last && { sequence: last.sequence, hash: last.hash };
    },

    verify: async (kept) => {
      const walk = soundLines();
      let [sound, head, place]: [number, string | null, number | null] = [0, null, null];
      let step = await walk.next();
      for (; !step.done; step = await walk.next()) {
        [sound, head] = [sound + 1, step.value.hash];
        if (kept && head.startsWith(kept)) place = step.value.sequence;
      }
      return { sound, unsealed: await store.countUnsealed(), broken: step.value, head, kept: place };
    },

    reseal: async () => {
      const walk = soundLines();
      let hash = beginning;
      let step = await walk.next();
      for (; !step.done; step = await walk.next()) {
        hash = link(keyring.current, hash, step.value);
        await store.rehash(step.value.id, hash);
      }
      if (step.value) throw new Error(`the audit chain is broken at ${step.value.sequence}`);
    },
  };
}

/** Keyed hash over the line before and everything that stands in this one. */
function linkUnder(keyring: Keyring, fingerprint: string, before: string, line: AuditEntry): string {
  const { sequence, id, at, event, actor, memberId, reference, detail } = line;
  const text = JSON.stringify([
    before,
    sequence,
    id,
    at.toISOString(),
    event,
    actor,
    memberId,
    reference,
    detail,
  ]);
  return keyring.mac('audit', fingerprint, text).toString('hex');
}
