import { IsNull, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { ImportAbsent } from '../../entities/import-absent.js';
import { ImportListed } from '../../entities/import-listed.js';
import { Member } from '../../entities/member.js';
import { changedCount } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of who is absent from a list, and of who has left by one. */
export interface AbsentStore {
  keepListed(listed: ImportListed): Promise<void>;
  /** Some of those whom the run names, after this line. */
  listedAfter(runId: number, line: number, most: number): Promise<ImportListed[]>;
  /** Members who are here and were here by then, after this one. */
  membersAfter(memberId: number, by: Date, most: number): Promise<number[]>;
  forgetAbsent(runId: number): Promise<void>;
  keepAbsent(absent: readonly ImportAbsent[]): Promise<void>;
  /** The next of the run's absent after this member. */
  absentAfter(runId: number, memberId: number, most: number): Promise<number[]>;
  /** They have left; returns whom it met here. */
  leave(memberIds: readonly number[], runId: number, now: Date): Promise<number[]>;
  /** Removes what was kept for the run; returns how many rows. */
  drop(runId: number): Promise<number>;
  /** Whoever has left by this run and was not erased since is back; returns how many. */
  comeBack(runId: number): Promise<number>;
}

export function makeAbsentStore(tx: Transaction): AbsentStore {
  const here = { leftAt: IsNull(), forgottenAt: IsNull() };
  const idsOf = (rows: readonly Pick<Member, 'id'>[]): number[] => rows.map(({ id }) => id);
  return {
    keepListed: async (listed) => {
      await tx.insert(ImportListed, listed);
    },
    listedAfter: (runId, line, take) =>
      tx.find(ImportListed, { where: { runId, line: MoreThan(line) }, order: { line: 'ASC' }, take }),
    membersAfter: async (memberId, by, take) =>
      idsOf(
        await tx.find(Member, {
          select: { id: true },
          where: { id: MoreThan(memberId), createdAt: LessThanOrEqual(by), ...here },
          order: { id: 'ASC' },
          take,
        }),
      ),

    forgetAbsent: async (runId) => {
      await tx.delete(ImportAbsent, { runId });
    },
    keepAbsent: async (absent) => {
      if (absent.length > 0)
        await tx
          .createQueryBuilder()
          .insert()
          .into(ImportAbsent)
          .values([...absent])
          .updateEntity(false)
          .execute();
    },
    absentAfter: async (runId, memberId, take) => {
      const where = { runId, memberId: MoreThan(memberId) };
      const rows = await tx.find(ImportAbsent, { where, order: { memberId: 'ASC' }, take });
      return rows.map((row) => row.memberId);
    },

    leave: async (memberIds, leftRun, leftAt) => {
      const these = { id: In([...memberIds]) };
      const left = { leftAt, leftRun, revision: () => 'revision + 1' };
      await tx.update(Member, { ...these, ...here }, left);
      return idsOf(await tx.find(Member, { select: { id: true }, where: { ...these, leftRun } }));
    },
    drop: async (runId) =>
      changedCount(await tx.delete(ImportListed, { runId })) +
      changedCount(await tx.delete(ImportAbsent, { runId })),
    comeBack: async (leftRun) => {
      const back = { leftAt: null, leftRun: null, revision: () => 'revision + 1' };
      return changedCount(await tx.update(Member, { leftRun, forgottenAt: IsNull() }, back));
    },
  };
}
