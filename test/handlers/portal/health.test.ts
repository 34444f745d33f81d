import { describe, expect, it } from 'vitest';
import type { Alerts } from '../../../src/alerts/alerts.js';
import type { Transaction } from '../../../src/db/transaction.js';
import { makePortalHealthHandler } from '../../../src/handlers/portal/health.js';
import type { JobContext } from '../../../src/outbox/handler.js';
import type { ResetResults } from '../../../src/reset/service.js';

/** Whether what is kept is asked about at once, where the portal answers in this try. */
async function asksAtOnce({
  tries,
  toldOfSilence,
}: {
  tries: number;
  toldOfSilence: boolean;
}): Promise<boolean> {
  let asked = false;
  const handler = makePortalHealthHandler({
    portal: { healthy: async () => true },
    alerts: () => ({ clear: async () => toldOfSilence }) as unknown as Alerts,
    results: () => ({ portalIsBack: async () => Number((asked = true)) }) as unknown as ResetResults,
  });
  const outcome = await handler.run(null, { tries } as JobContext);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  await handler.onResult({} as Transaction, null, outcome.result);
  return asked;
}

describe('a look at whether the portal answers', () => {
  it('has what is kept asked about where it was silent a minute ago, or so long that staff were told', async () => {
    expect(await asksAtOnce({ tries: 2, toldOfSilence: false })).toBe(true);
    expect(await asksAtOnce({ tries: 1, toldOfSilence: true })).toBe(true);
  });

  it('leaves questions to their time where it has answered all along', async () => {
    expect(await asksAtOnce({ tries: 1, toldOfSilence: false })).toBe(false);
  });
});
