import { describe, expect, it } from 'vitest';
import { makePortalResetHandler } from '../../../src/handlers/portal/reset.js';
import type { JobContext } from '../../../src/outbox/handler.js';
import type { Portal } from '../../../src/portal/port.js';
import type { ResetAnswer } from '../../../src/reset/ports.js';

/** What comes of the order in its so-manyth try, when this is the portal's answer. */
async function ordered(answer: ResetAnswer, tries: number): Promise<unknown> {
  const portal = { reset: async () => answer } as unknown as Portal;
  const results = () => {
    throw new Error('nothing follows from a run');
  };
  const context = { tries } as JobContext;
  return makePortalResetHandler({ portal, results }).run({ resetId: 'x', insuredCode: '1' }, context);
}

describe('the order of a recovery', () => {
  it.each(['done', 'missing', 'conflict', 'unknown'] as const)(
    'hands on “%s” of its first try',
    async (answer) => {
      expect(await ordered(answer, 1)).toEqual({ kind: 'done', result: answer });
    },
  );

  it('after a process died over it, “no such account” does not say that nothing was done', async () => {
    expect(await ordered('missing', 2)).toEqual({ kind: 'done', result: 'unknown' });
    expect(await ordered('done', 2)).toEqual({ kind: 'done', result: 'done' });
  });
});
