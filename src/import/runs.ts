import type { ImportRun } from '../../entities/import-run.js';
import { makeAudit } from '../audit/audit.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { makeReference } from '../reference.js';
import type { Random } from '../random.js';
import type { ImportPolicy } from './policy.js';
import { makeRunStore } from './run-store.js';

export type { ImportRun };

/** Works inside one transaction. */
export interface ImportParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}

/** May one person have this run applied? Its counts are known once it is judged. */
export const needsApproval = (run: ImportRun, policy: ImportPolicy): boolean =>
  run.approvedBy === null && isLarge(run, policy);

/** May one person have it taken back? What two persons have put over members' own mobiles is no matter for one. */
export const undoNeedsTwo = (run: ImportRun, policy: ImportPolicy): boolean =>
  isLarge(run, policy) || run.overMembersOwn === 1;

const isLarge = (
  { mobiles, nationalIds, givenBack }: ImportRun,
  { identitiesAlone }: ImportPolicy,
): boolean => givenBack > 0 || mobiles + nationalIds > identitiesAlone;

export type Approval =
  { kind: 'approved'; run: ImportRun } | { kind: 'same-person' } | { kind: 'not-judged' };

/** Lists of members on their way to being applied. `by` is whoever acts, as the trail names people. */
export interface ImportRuns {
  /** A run for the file with this digest: the one that was broken off, or a new one. What anybody judged before and did not apply is refused. */
  begin(file: { digest: string; by: string }): Promise<ImportRun>;
  find(id: number): Promise<ImportRun | null>;
  byReference(reference: string): Promise<ImportRun | null>;
  /** The newest first. */
  latest(most: number): Promise<ImportRun[]>;
  /** A second person agrees to the run; `overMembersOwn`: also to its mobiles where members registered others. */
  approve(id: number, by: string, overMembersOwn: boolean): Promise<Approval>;
  /** Gives up a run that is not applied; false when there is nothing to give up. */
  refuse(id: number): Promise<boolean>;
}

export function makeImportRuns(parts: ImportParts & { random: Random }): ImportRuns {
  const { keyring, clock, random } = parts;
  const store = makeRunStore(parts.tx);
  const audit = makeAudit(parts);
  const refuse = async (run: ImportRun | null): Promise<boolean> =>
    run !== null && (await store.change(run, { state: 'refused', touchedAt: clock.now() })) !== null;

  return {
    begin: async ({ digest, by }) => {
      const brokenOff = await store.ofFile(digest, ['applying', 'reading']);
      const mayGoOn = brokenOff?.startedBy === by && brokenOff.keyId === keyring.current;
      if (brokenOff && (brokenOff.state === 'applying' || mayGoOn)) return brokenOff;
      await refuse(brokenOff ?? (await store.ofFile(digest, ['judged'])));
      const begun = { createdAt: clock.now(), touchedAt: clock.now(), keyId: keyring.current };
      return store.open({
        ...begun,
        digest,
        state: 'reading',
        startedBy: by,
        reference: makeReference(random),
      });
    },

    find: (id) => store.find(id),
    byReference: (reference) => store.byReference(reference),
    latest: (most) => store.latest(most),

    approve: async (id, by, overMembersOwn) => {
      const seen = await store.find(id);
      if (seen?.state !== 'judged') return { kind: 'not-judged' };
      if (seen.startedBy === by) return { kind: 'same-person' };
      const run = await store.change(seen, { approvedBy: by, overMembersOwn: overMembersOwn ? 1 : 0 });
      if (!run) return { kind: 'not-judged' };
      const { reference, mobiles, nationalIds, startedBy } = run;
      const detail = { mobiles, nationalIds, startedBy, overMembersOwn };
      await audit.write({ reason: 'import-approved', actor: by, reference, detail });
      return { kind: 'approved', run };
    },

    refuse: async (id) => {
      const run = await store.find(id);
      return refuse(run && ['reading', 'judged'].includes(run.state) ? run : null);
    },
  };
}
