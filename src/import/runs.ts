import type { ImportRun } from '../../entities/import-run.js';
import { makeAudit } from '../audit/audit.js';
import type { Clock } from '../clock.js';
import { hour, minute } from '../durations.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { makeReference } from '../reference.js';
import type { Random } from '../random.js';
import { makeRunStore } from './run-store.js';
import { needsApproval, undoNeedsTwo } from './two-persons.js';

export type { ImportRun };

/** Works inside one transaction. */
export interface ImportParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}

/** Somebody else works on the same run. */
export class RunLeasedElsewhere extends Error {
  constructor() {
    super('another process works on this list');
  }
}

/** So many rows of the list have been judged. */
export const judgedRows = ({ newcomers, changed, unchanged, faulty }: ImportRun): number =>
  newcomers + changed + unchanged + faulty;

/** Columns of the list that nobody sees who opens the file. */
export const hiddenColumnsOf = ({ hiddenColumns }: ImportRun): string[] => hiddenColumns?.split(',') ?? [];

export type Approval =
  { kind: 'approved'; run: ImportRun } | { kind: 'same-person' } | { kind: 'not-judged' };

/** A code of one use, by which somebody of staff agrees to a list that was read at a shell. */
export interface Consent {
  code: string;
  until: Date;
}

/** Lists of members on their way to being applied. `by` is whoever acts, as the trail names people. */
export interface ImportRuns {
  /** A run for the file with this digest: the one that was broken off, or a new one. What anybody judged before and did not apply is refused. */
  begin(file: { digest: string; by: string }): Promise<ImportRun>;
  find(id: number): Promise<ImportRun | null>;
  byReference(reference: string): Promise<ImportRun | null>;
  /** The newest first. */
  latest(most: number): Promise<ImportRun[]>;
  /** A second person agrees to the run; `overMembersOwn`: also to its mobiles where members registered others; `whole`: also that it is everybody. */
  approve(id: number, by: string, overMembersOwn: boolean, whole?: boolean): Promise<Approval>;
  /**
   * Somebody else reads a code by which they agree that it is applied, or taken back; it ends any that was read before.
   * Null: it waits for no consent, or it is their own.
   */
  offerConsent(id: number, by: string): Promise<Consent | null>;
  /** Whose code it is, which works no second time; null: it is none, or not any more. */
  takeConsent(id: number, code: string): Promise<string | null>;
  /** Gives up a run that is not applied; false when there is nothing to give up. */
  refuse(id: number): Promise<boolean>;
}

const waitsForConsent = (run: ImportRun): boolean =>
  run.state === 'judged' ? needsApproval(run) : ['applying', 'done'].includes(run.state) && undoNeedsTwo(run);

/** Long enough for a call to whoever sits at the shell. */
const consentLifeMs = hour;

export function makeImportRuns(parts: ImportParts & { random: Random }): ImportRuns {
  const { keyring, clock, random } = parts;
  const store = makeRunStore(parts.tx);
  const audit = makeAudit(parts);
  const refuse = async (run: ImportRun | null): Promise<boolean> =>
    run !== null && (await store.change(run, { state: 'refused', touchedAt: clock.now() })) !== null;

  const consentHash = (id: number, code: string): string => keyring.index('limit', `consent:${id}:${code}`);
  const approve: ImportRuns['approve'] = async (id, by, overMembersOwn, whole = false) => {
    const seen = await store.find(id);
    if (seen?.state !== 'judged') return { kind: 'not-judged' };
    if (seen.startedBy === by) return { kind: 'same-person' };
    const run = await store.change(seen, {
      approvedBy: by,
      overMembersOwn: overMembersOwn ? 1 : 0,
      whole: whole ? 1 : 0,
    });
    if (!run) return { kind: 'not-judged' };
    const { reference, mobiles, firstMobiles, nationalIds, givenBack, startedBy } = run;
    const detail = { mobiles, firstMobiles, nationalIds, givenBack, startedBy, overMembersOwn, whole };
    await audit.write({ reason: 'import-approved', actor: by, reference, detail });
    return { kind: 'approved', run };
  };

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

    approve,

    offerConsent: async (id, by) => {
      const seen = await store.find(id);
      if (!seen || seen.startedBy === by || !waitsForConsent(seen)) return null;
      const [code, until] = [makeReference(random), new Date(clock.now().getTime() + consentLifeMs)];
      const consent = { consentCode: consentHash(id, code), consentBy: by, consentUntil: until };
      return (await store.change(seen, consent)) && { code, until };
    },

    takeConsent: async (id, code) => {
      const seen = await store.find(id);
      const left = (seen?.consentUntil?.getTime() ?? 0) - clock.now().getTime();
      // A code that lives longer than any is one of a clock that was set back since.
      if (!seen || left <= 0 || left > consentLifeMs + minute) return null;
      if (seen.consentCode !== consentHash(id, code) || !(await store.takeConsent(seen))) return null;
      return seen.consentBy;
    },

    refuse: async (id) => {
      const run = await store.find(id);
      return refuse(run && ['reading', 'judged'].includes(run.state) ? run : null);
    },
  };
}
