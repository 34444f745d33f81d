import { expect, it } from 'vitest';
import { makeAudit } from '../../src/audit/audit.js';
import { page } from '../../src/audit/chain.js';
import { schedule, type ScheduledServices } from '../../src/scheduler/schedule.js';
import { onBothDatabases } from '../support/both-databases.js';

const task = schedule.find(({ name }) => name === 'seal-audit')!;
/** Not one of those at which the lines of others are looked for. */
const second = new Date('2026-11-30T08:00:01.000Z');

onBothDatabases('a trail that has grown by more than a page', (harness) => {
  it('is sealed in the seconds after one another, and then let be', async () => {
    const { inTransaction } = harness().db;
    await inTransaction(async (tx) => {
      const audit = makeAudit({ tx, clock: harness().clock, keyring: harness().keyring });
      for (let line = 0; line <= page; line += 1) await audit.write({ reason: 'code-sent', actor: 'system' });
    });
    const tick = () =>
      inTransaction(async (tx) => {
        if (!(await task.look!(tx, second))) return null;
        const { auditChain } = harness().services(tx);
        const watch = { trail: () => Promise.resolve(0) };
        return task.what(tx, second, { auditChain, watch } as unknown as ScheduledServices);
      });
    expect([await tick(), await tick(), await tick()]).toEqual([page, 1, null]);
  });
});
