import { StaffRequest } from '../../entities/staff-request.js';
import { findRow, updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** The rows of members' requests to staff. */
export interface RequestStore {
  /** Opens it, unless one is open under the same key; returns its number when it is new. */
  open(request: Omit<StaffRequest, 'id'>): Promise<number | null>;
  openUnder(openKey: string): Promise<StaffRequest | null>;
  byId(id: number): Promise<StaffRequest | null>;
  byReference(reference: string): Promise<StaffRequest | null>;
  /** The oldest first. */
  allOpen(kind: StaffRequest['kind'], most: number): Promise<StaffRequest[]>;
  countOpen(kind?: StaffRequest['kind']): Promise<number>;
  /** open → settled. */
  close(id: number, state: Exclude<StaffRequest['state'], 'open'>): Promise<boolean>;
}

/** Under it a member has one open request of a kind: what it begins with, and the whole of it. */
export const openKeyOf = (kind: StaffRequest['kind']): string => `${kind}:`;
export const openKey = (kind: StaffRequest['kind'], memberId: number): string =>
  `${openKeyOf(kind)}${memberId}`;

export function makeRequestStore(tx: Transaction): RequestStore {
  return {
    open: async (request) => {
      const { openKey } = request;
      if (openKey !== null && (await tx.existsBy(StaffRequest, { openKey }))) return null;
      const inserted = await tx.insert(StaffRequest, request);
      return (inserted.identifiers[0] as { id: number }).id;
    },
    openUnder: (openKey) => findRow(tx, StaffRequest, { openKey }),
    byId: (id) => findRow(tx, StaffRequest, { id }),
    byReference: (reference) => findRow(tx, StaffRequest, { reference }),
    allOpen: (kind, take) =>
      tx.find(StaffRequest, { where: { state: 'open', kind }, order: { id: 'ASC' }, take }),
    countOpen: (kind) => tx.countBy(StaffRequest, { state: 'open', ...(kind && { kind }) }),
    close: async (id, state) => {
      const settled = await updateRows(tx, StaffRequest, { id, state: 'open' }, { state, openKey: null });
      return changedOne(settled);
    },
  };
}
