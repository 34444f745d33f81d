import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { makeAuditChain } from '../../src/audit/sealer.js';
import { vocabulary } from '../../src/audit/vocabulary.js';
import { makeTrailCheckHandler } from '../../src/handlers/audit/check.js';
import type { TrailCheck } from '../../src/handlers/audit/enqueue.js';
import { realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();
const shahin = atWorkInEach(harness, 'supervisor');

/** Asks for the chain to be checked, has it checked, and says what was told of it. */
async function checked(kept = ''): Promise<string[]> {
  expect(await shahin().says(`/audit verify ${kept}`)).toEqual(['audit-checking']);
  const { db, heart } = harness();
  const handler = makeTrailCheckHandler({
    inTransaction: db.inTransaction,
    keyring: heart.keyring,
    services: heart.services,
  });
  const asked = (await heart.jobs<TrailCheck>('trail-check')).at(-1)!;
  const entry = {
    id: 1,
    lane: null,
    tries: 1,
    createdAt: harness().clock.now(),
    progress: null,
    renewLease: async () => true,
  };
  const done = await handler.run(asked, entry);
  if (done.kind !== 'done') throw new Error(done.kind);
  await db.inTransaction((tx) => handler.onResult(tx, asked, done.result));
  await harness().settleDown();
  return shahin()
    .screen.news()
    .filter((said) => said !== 'alert-trail-broken');
}

const seal = () =>
  harness().db.inTransaction((tx) => makeAuditChain({ tx, keyring: harness().heart.keyring }).extend());

describe('the trail', () => {
  it('is read for the house and for one member', async () => {
    await harness().visitor('behrouz').says('/reset', '310002', '0020000022');
    expect(await shahin().says('/audit')).toContain('audit-of-all');
    expect(bare(shahin().screen.last().text)).toMatch(/برای 310002 \(تلگرام/);
    expect(await shahin().says('/audit 310002')).toContain('event-code-sent');
    expect(await shahin().says('/audit 310003')).toEqual(['audit-of-member', 'audit-empty']);
  });

  it('is whole, until one byte of it is flipped', async () => {
    await harness().visitor('behrouz').says('/reset', '310002', '0020000022');
    await seal();
    expect(await checked()).toEqual(['audit-sound', 'audit-unsealed', 'audit-head']);
    const line = await harness().heart.manager.findOneByOrFail(AuditEntry, { sequence: 1 });
    const flipped = line.detail.replace(/.$/, ' ');
    await harness().heart.manager.update(AuditEntry, { id: line.id }, { detail: flipped });
    expect(await checked()).toContain('audit-broken');
  });
});

describe('the trail’s head', () => {
  it('that somebody kept shows that the end was cut off, though what is left is whole', async () => {
    await harness().visitor('behrouz').says('/reset', '310002', '0020000022');
    await seal();
    await checked();
    const kept = /[0-9a-f]{16}/.exec(bare(shahin().screen.last().text))?.[0] ?? '';
    expect(await checked(kept.toUpperCase())).toContain('audit-kept-found');
    const { manager } = harness().heart;
    const [last] = await manager.find(AuditEntry, { order: { sequence: 'DESC' }, take: 1 });
    await manager.delete(AuditEntry, { id: last!.id });
    expect(await checked(kept)).toEqual([
      'audit-sound',
      'audit-kept-missing',
      'audit-unsealed',
      'audit-head',
    ]);
  });

  it.each(['12ab', 'head', '0123456789abcdeg'])('is not %s', async (head) => {
    expect(await shahin().says(`/audit verify ${head}`)).toEqual(['usage', 'usage-audit']);
  });
});

it('whatever stands in the trail has words', () => {
  const silent = Object.keys(vocabulary).filter((reason) => !realWords.has('fa', `event-${reason}`));
  expect(silent).toEqual([]);
});
