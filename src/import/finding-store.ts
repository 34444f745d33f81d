import { ImportFinding } from '../../entities/import-finding.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount } from '../db/changed.js';

/** The rows of what was found in lists. */
export interface FindingStore {
  firstFaults(runId: number, most: number): Promise<ImportFinding[]>;
  /** Those of the run after this one, in the order of its lines. */
  page(runId: number, after: Pick<ImportFinding, 'line' | 'place'>, most: number): Promise<ImportFinding[]>;
  /** Removes some of the run's; returns how many. */
  drop(runId: number, most: number): Promise<number>;
}

export function makeFindingStore(tx: Transaction): FindingStore {
  return {
    firstFaults: (runId, take) =>
      tx.find(ImportFinding, {
        where: { runId, grade: 'fault' },
        order: { line: 'ASC', place: 'ASC' },
        take,
      }),

    page: (runId, { line, place }, most) =>
      tx
        .createQueryBuilder(ImportFinding, 'finding')
        .where('finding.runId = :runId AND finding.line >= :line', { runId, line })
        .andWhere('(finding.line > :line OR finding.place > :place)', { line, place })
        .orderBy('finding.line')
        .addOrderBy('finding.place')
        .limit(most)
        .getMany(),

    drop: async (runId, most) => {
      const first = await tx.findOne(ImportFinding, { where: { runId }, order: { line: 'ASC' } });
      if (!first) return 0;
      const dropped = tx.createQueryBuilder().delete().from(ImportFinding);
      const upTo = { runId, to: first.line + most };
      return changedCount(await dropped.where('run_id = :runId AND line <= :to', upTo).execute());
    },
  };
}
