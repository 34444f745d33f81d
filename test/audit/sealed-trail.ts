import { AuditEntry } from '../../entities/audit-entry.js';
import { makeAudit } from '../../src/audit/audit.js';
import { makeAuditChain, type AuditChain } from '../../src/audit/sealer.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { checkTrail } from '../support/trail-check.js';
import { testKeys } from '../support/test-keys.js';
import type { ResetHarness } from '../support/reset-harness.js';

export const sound = { broken: null, kept: null, missing: null };

/** A trail that grows and is sealed and walked as a suite asks for it. */
export function sealedTrail(harness: () => ResetHarness) {
  const write = (count: number): Promise<void> =>
    harness().db.inTransaction(async (tx) => {
      const audit = makeAudit({ tx, clock: harness().clock, keyring: harness().keyring });
      for (let line = 0; line < count; line += 1) {
        await audit.write({ reason: 'code-sent', actor: 'system', detail: { line, چه: '۰۹۱۲•••••۰۲' } });
      }
    });
  const ask = <T>(work: (sealer: AuditChain) => Promise<T>, keys = testKeys): Promise<T> =>
    harness().db.inTransaction((tx) =>
      work(makeAuditChain({ tx, keyring: makeKeyring({ keys, random: systemRandom }) })),
    );
  const extend = () => ask((sealer) => sealer.extend());
  const seal = async () => (await extend()).sealed;
  const rows = () => harness().manager.find(AuditEntry, { order: { id: 'ASC' } });
  const verify = (kept: string | null = null, keys = testKeys) =>
    checkTrail(harness().db.inTransaction, makeKeyring({ keys, random: systemRandom }), kept);
  const line = (sequence: number) => harness().manager.findOneByOrFail(AuditEntry, { sequence });
  return { write, ask, extend, seal, rows, verify, line };
}
