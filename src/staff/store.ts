import { StaffRequest } from '../../entities/staff-request.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of members' requests to staff. */
export interface RequestStore {
  /** Opens it, unless one is open under the same key. */
  open(request: Omit<StaffRequest, 'id'>): Promise<void>;
  openUnder(openKey: string): Promise<StaffRequest>;
}

export function makeRequestStore(tx: Transaction): RequestStore {
  return {
    open: async (request) => {
      const { openKey } = request;
      if (openKey !== null && (await tx.existsBy(StaffRequest, { openKey }))) return;
      await tx.insert(StaffRequest, request);
    },
    openUnder: (openKey) => tx.findOneByOrFail(StaffRequest, { openKey }),
  };
}
