import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { makeAuditChain } from '../../src/audit/sealer.js';
import { vocabulary } from '../../src/audit/vocabulary.js';
import { makeTrailCheckHandler } from '../../src/handlers/audit/check.js';
import type { TrailCheck } from '../../src/handlers/audit/enqueue.js';
import { realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { day } from '../support/hand-clock.js';
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
    expect(bare(shahin().screen.last().text)).toMatch(/، بیمه‌شدهٔ 310002 \(تلگرام/);
    expect(await shahin().says('/audit 310002')).toContain('event-code-sent');
    expect(await shahin().says('/audit 310003')).toEqual(['audit-of-member', 'audit-empty']);
  });

  it('stands under its days, newest first, and each line has its time alone', async () => {
    await harness().visitor('behrouz').says('/reset', '310002', '0020000022');
    harness().clock.pass(day);
    await harness().visitor('behrouz').says('/reset', '310002', '0020000022');
    for (const asked of ['/audit', '/audit 310002']) {
      await shahin().says(asked);
      const [, ...days] = bare(shahin().screen.last().text).split('\n\n');
      const today = harness().clock.now().getTime();
      const heading = (at: number) => bare(realWords.say('fa', 'trail-day', { at }));
      expect(days.map((one) => one.split('\n')[0])).toEqual([heading(today), heading(today - day)]);
      for (const line of days.flatMap((one) => one.split('\n').slice(1)))
        expect(line).toMatch(/^ساعت [۰-۹]{2}:[۰-۹]{2}، [^۰-۹]+/);
    }
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

describe('the trail, once somebody has got at its rows', () => {
  /** What `/audit verify` says in this language, word for word. */
  const verified = async (language: 'fa' | 'en'): Promise<string> => {
    if (language === 'en') {
      await shahin().says('/language');
      await shahin().press('button-locale-en');
    }
    await seal();
    await checked();
    return bare(shahin().screen.last().text);
  };
  const lines = () => harness().heart.manager.find(AuditEntry, { order: { id: 'ASC' } });
  const asks = () => harness().visitor('behrouz').says('/reset', '310002', '0020000022');

  it.each([
    ['fa', /سطر [۰-۹]+ را ربات ننوشته یا پیش از مهر شدن تغییر کرده است و مهر نمی‌شود/],
    ['en', /Line \d+ was not written by the bot/],
  ] as const)('names a line that the bot has not written (%s)', async (language, words) => {
    await asks();
    const [{ id, ...line }] = (await lines()) as [AuditEntry];
    await seal();
    const forged = { ...line, id: id + 1_000, sequence: null, hash: null, number: 999, actor: 'staff:1' };
    await harness().heart.manager.insert(AuditEntry, forged);
    expect(await verified(language)).toMatch(words);
  });

  it.each([
    ['fa', /سطر [۰-۹]+ از نویسندهٔ \w+ پیش از مهر شدن پاک شده است/],
    ['en', /Line \d+ of writer \w+ was removed before it was sealed/],
  ] as const)('names a line that was taken out before it was sealed (%s)', async (language, words) => {
    await asks();
    const gone = (await lines()).at(-1)!;
    await harness().heart.manager.delete(AuditEntry, { id: gone.id });
    await harness().visitor('sara').says('/reset', '310001', '0010000011');
    const said = await verified(language);
    expect(said).toMatch(words);
    expect(said).toContain(gone.writer!);
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
