import { In, LessThan } from 'typeorm';
import { ImportTask } from '../../entities/import-task.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount, changedOne } from '../db/changed.js';

/** What a task says of itself when it begins. */
export type NewTask = Omit<ImportTask, 'id' | 'state' | 'openKey' | 'createdAt' | 'touchedAt'>;

/** The rows of what is being done to lists. */
export interface TaskStore {
  insert(task: Omit<ImportTask, 'id'>): Promise<ImportTask>;
  find(id: number): Promise<ImportTask | null>;
  /** The one that is being worked on under this key. */
  open(openKey: string): Promise<ImportTask | null>;
  /** Changes a task that is being worked on; null when it is not. */
  change(task: ImportTask, to: Partial<ImportTask>): Promise<ImportTask | null>;
  /** Removes those that nobody has touched since; returns how many. */
  purge(since: Date): Promise<number>;
}

export function makeTaskStore(tx: Transaction): TaskStore {
  return {
    insert: async (task) => {
      const inserted = await tx.insert(ImportTask, task);
      return tx.findOneByOrFail(ImportTask, { id: (inserted.identifiers[0] as { id: number }).id });
    },
    find: (id) => tx.findOneBy(ImportTask, { id }),
    open: (openKey) => tx.findOneBy(ImportTask, { openKey }),
    change: async (task, to) => {
      const changed = await tx.update(ImportTask, { id: task.id, state: 'working' }, to);
      return changedOne(changed) ? { ...task, ...to } : null;
    },
    purge: async (since) => {
      const over = { state: In(['over', 'broken-off']), touchedAt: LessThan(since) };
      return changedCount(await tx.delete(ImportTask, over));
    },
  };
}
