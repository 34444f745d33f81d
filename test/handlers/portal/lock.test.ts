import { describe, expect, it } from 'vitest';
import { makePortalLockHandler } from '../../../src/handlers/portal/lock.js';
import type { JobContext } from '../../../src/outbox/handler.js';
import { rememberCapabilities } from '../../../src/portal/capabilities.js';
import type { Portal, PortalCapability } from '../../../src/portal/port.js';
import type { ResetAnswer } from '../../../src/reset/ports.js';
import { day, handClock, minute } from '../../support/hand-clock.js';

const order = { id: 'x', memberId: 1, insuredCode: '310002', chatKey: 'telegram:1:1', reference: 'ACDEFGHJ' };
const both: readonly PortalCapability[] = ['end-sessions', 'lock-account'];

/** What comes of the order in its so-manyth try, and what the portal was asked for. */
async function tried(
  named: readonly PortalCapability[] | null,
  { lock = 'done', sessions = 'done' }: { lock?: ResetAnswer; sessions?: ResetAnswer } = {},
  tries = 1,
) {
  const calls: string[] = [];
  const portal = {
    lockAccount: async (id: string) => (calls.push(`lock ${id}`), lock),
    endSessions: async (id: string) => (calls.push(`sessions ${id}`), sessions),
  } as unknown as Portal;
  const results = () => {
    throw new Error('nothing follows from a run');
  };
  const handler = makePortalLockHandler({ portal, results, capabilities: async () => named });
  return { calls, outcome: await handler.run(order, { tries } as JobContext) };
}

const done = (lock: string, sessions: string) => ({ kind: 'done', result: { lock, sessions } });
const again = { kind: 'retry', fault: 'portal away' };

describe('what follows “this was not me” at the portal', () => {
  it('asks a portal that names neither call for nothing, and nothing is told', async () => {
    expect(await tried([])).toEqual({ calls: [], outcome: { kind: 'done', result: null } });
  });

  it('locks the account first, then ends its sessions, by the id of the report', async () => {
    expect(await tried(both)).toEqual({ calls: ['lock x', 'sessions x'], outcome: done('done', 'done') });
  });

  it('uses only the call that is named', async () => {
    expect(await tried(['end-sessions'])).toEqual({ calls: ['sessions x'], outcome: done('none', 'done') });
    expect(await tried(['lock-account'])).toEqual({ calls: ['lock x'], outcome: done('done', 'none') });
  });

  it('tries again while an answer is missing, and says in the end what was not done', async () => {
    expect((await tried(null)).outcome).toEqual(again);
    expect((await tried(both, { sessions: 'unknown' })).outcome).toEqual(again);
    expect((await tried(both, { sessions: 'unknown' }, 20)).outcome).toEqual(done('done', 'failed'));
    expect((await tried(null, {}, 20)).outcome).toEqual(done('failed', 'failed'));
  });

  it.each(['missing', 'conflict'] as const)('takes “%s” for not done, at once', async (lock) => {
    expect((await tried(both, { lock })).outcome).toEqual(done('failed', 'done'));
  });
});

describe('what the portal can do', () => {
  it('is asked again after ten minutes; without a clear answer the last one counts for a day', async () => {
    const clock = handClock();
    let [named, asked]: [readonly PortalCapability[] | null, number] = [null, 0];
    const known = rememberCapabilities({ capabilities: async () => ((asked += 1), named) }, clock);
    expect(await known()).toBeNull();
    named = both;
    expect(await known()).toEqual(both);
    named = null;
    clock.pass(9 * minute);
    expect(await known()).toEqual(both);
    expect(asked).toBe(2);
    clock.pass(minute);
    expect(await known()).toEqual(both);
    expect(asked).toBe(3);
    clock.pass(day);
    expect(await known()).toBeNull();
  });
});
