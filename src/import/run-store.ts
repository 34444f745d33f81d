import { In, LessThan, MoreThan } from 'typeorm';
import { ImportRow } from '../../entities/import-row.js';
import { ImportRun, type ImportState } from '../../entities/import-run.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount, changedOne } from '../db/changed.js';

/** What a run says of itself when it begins; all else begins at nothing. */
export type NewRun = Pick<
  ImportRun,
  'reference' | 'digest' | 'state' | 'startedBy' | 'keyId' | 'createdAt' | 'touchedAt'
>;

/** The rows of runs. */
export interface RunStore {
  open(run: NewRun): Promise<ImportRun>;
  find(id: number): Promise<ImportRun | null>;
  byReference(reference: string): Promise<ImportRun | null>;
  /** The newest run of this file in one of these states. */
  ofFile(digest: string, states: readonly ImportState[]): Promise<ImportRun | null>;
  /** Runs in one of these states that nobody has touched since. */
  untouched(states: readonly ImportState[], since: Date): Promise<ImportRun[]>;
  /** The newest first. */
  latest(most: number): Promise<ImportRun[]>;
  /** Changes a run that is still as far as it was seen; null when somebody else has moved it. */
  change(seen: ImportRun, to: Partial<ImportRun>): Promise<ImportRun | null>;
  /** Ends the code that was seen; false when it is over. */
  takeConsent(seen: ImportRun): Promise<boolean>;
  /** The first lines after this one in which a member changes. */
  changedAfter(runId: number, line: number, most: number): Promise<ImportRow[]>;
  /** Removes lines of the run up to this one; returns how many. */
  dropRows(runId: number, to: number): Promise<number>;
  firstLine(runId: number): Promise<number | null>;
}

export function makeRunStore(tx: Transaction): RunStore {
  return {
    open: async (run) => {
      const inserted = await tx.insert(ImportRun, run);
      return tx.findOneByOrFail(ImportRun, { id: (inserted.identifiers[0] as { id: number }).id });
    },

    find: (id) => tx.findOneBy(ImportRun, { id }),
    byReference: (reference) => tx.findOneBy(ImportRun, { reference }),

    ofFile: (digest, states) =>
      tx.findOne(ImportRun, { where: { digest, state: In([...states]) }, order: { id: 'DESC' } }),

    untouched: (states, since) =>
      tx.find(ImportRun, {
        where: { state: In([...states]), touchedAt: LessThan(since) },
        order: { id: 'ASC' },
      }),

    latest: (take) => tx.find(ImportRun, { order: { id: 'DESC' }, take }),

    change: async (seen, to) => {
      const { id, state, readTo, appliedTo, undoneTo, leftTo } = seen;
      const changed = await tx.update(ImportRun, { id, state, readTo, appliedTo, undoneTo, leftTo }, to);
      return changedOne(changed) ? { ...seen, ...to } : null;
    },

    takeConsent: async ({ id, consentCode }) =>
      consentCode !== null &&
      changedOne(await tx.update(ImportRun, { id, consentCode }, { consentCode: null })),

    changedAfter: (runId, line, most) =>
      tx.find(ImportRow, {
        where: { runId, line: MoreThan(line), verdict: In(['changed', 'contradicted']) },
        order: { line: 'ASC' },
        take: most,
      }),

    dropRows: async (runId, to) => {
      const dropped = tx.createQueryBuilder().delete().from(ImportRow);
      return changedCount(await dropped.where('run_id = :runId AND line <= :to', { runId, to }).execute());
    },

    firstLine: async (runId) => {
      const [first] = await tx.find(ImportRow, { where: { runId }, order: { line: 'ASC' }, take: 1 });
      return first?.line ?? null;
    },
  };
}
