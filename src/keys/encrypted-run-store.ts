import { In, MoreThan, Not } from 'typeorm';
import { ImportRow } from '../../entities/import-row.js';
import { ImportRun, type ImportState } from '../../entities/import-run.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** Lists that may still be applied or taken back; what the others hold is read by nobody, and swept. */
const alive: readonly ImportState[] = ['reading', 'judged', 'applying', 'done', 'undoing'];

/** Lists of members, whose rows are encrypted under their run's key, and hold what members had under the keys of then. */
export interface EncryptedRunStore {
  /** Fingerprints of all keys that a list needs which may still be applied or taken back. */
  fingerprints(): Promise<Set<string>>;
  /** Those of them with a row that needs another key than this one, and how many such rows each has. */
  underOthers(current: string): Promise<{ runId: number; rows: number }[]>;
  rowsAfter(runId: number, line: number, most: number): Promise<ImportRow[]>;
  /** Changes a row that is still encrypted as it was seen. */
  change(seen: ImportRow, change: Partial<ImportRow>): Promise<void>;
  /** Says under which key all rows of the list are from now on; false when somebody else has moved it. */
  nameKey(runId: number, current: string): Promise<boolean>;
}

export function makeEncryptedRunStore(tx: Transaction): EncryptedRunStore {
  return {
    fingerprints: async () => {
      const runs = await tx.findBy(ImportRun, { state: In([...alive]) });
      const found = new Set(runs.map(({ keyId }) => keyId));
      if (runs.length === 0) return found;
      const before = tx.createQueryBuilder(ImportRow, 'item').select('item.old_key_id', 'keyId').distinct();
      const ofThem = before.where('item.run_id IN (:...ids)', { ids: runs.map(({ id }) => id) });
      for (const { keyId } of await ofThem.getRawMany<{ keyId: string | null }>())
        if (keyId) found.add(keyId);
      return found;
    },

    underOthers: async (current) => {
      const counted = await tx
        .createQueryBuilder(ImportRow, 'item')
        .select(['item.run_id AS "runId"', 'COUNT(*) AS "rows"'])
        .innerJoin(ImportRun, 'run', 'run.id = item.run_id')
        .where('run.state IN (:...alive)', { alive })
        .andWhere('(run.key_id <> :current OR item.old_key_id <> :current)', { current })
        .groupBy('item.run_id')
        .getRawMany<{ runId: number; rows: number }>();
      const withRows = counted.map(({ runId, rows }) => ({ runId: Number(runId), rows: Number(rows) }));
      const known = withRows.map(({ runId }) => runId);
      const bare = await tx.findBy(ImportRun, { state: In([...alive]), keyId: Not(current) });
      return [
        ...withRows,
        ...bare.filter(({ id }) => !known.includes(id)).map(({ id }) => ({ runId: id, rows: 0 })),
      ];
    },

    rowsAfter: (runId, line, take) =>
      tx.find(ImportRow, { where: { runId, line: MoreThan(line) }, order: { line: 'ASC' }, take }),

    change: async ({ runId, line, nationalId }, change) => {
      await tx.update(ImportRow, { runId, line, nationalId }, change);
    },

    nameKey: async (runId, keyId) => {
      const named = await tx.update(ImportRun, { id: runId, state: In([...alive]) }, { keyId });
      return changedOne(named);
    },
  };
}
