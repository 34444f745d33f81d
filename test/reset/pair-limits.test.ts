import { describe, expect, it } from 'vitest';
import { countGuess, countRightCode } from '../../src/reset/guesses.js';
import { countMember, membersLimits, tooManyMembers } from '../../src/reset/members-in-chat.js';
import type { ResetDeps } from '../../src/reset/deps.js';
import { oddsOf } from '../../src/reset/odds.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { purseKey, purseOf } from '../../src/reset/purse.js';
import { makeWrongPairs } from '../../src/reset/wrong-pairs.js';
import type { Asker } from '../../src/chats/address.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

const pair = pairOf('behrouz');
const own = asker('behrouz');

/** The parts of the heart, and what is raised of alerts with them. */
async function within<T>(harness: ResetHarness, work: (deps: ResetDeps) => Promise<T>) {
  const raised: unknown[] = [];
  const alerts = { raise: (alert: unknown) => Promise.resolve(raised.push(alert) > 0) };
  const result = await harness.db.inTransaction((tx) =>
    work(Object.create(harness.services(tx).resetDeps, { alerts: { value: alerts } }) as ResetDeps),
  );
  return { result, raised };
}
const count = async (harness: ResetHarness, key: string) =>
  (await within(harness, ({ limits }) => limits.count(key))).result;

describe('purses', () => {
  it('of bound chats have keys of their own', () => {
    expect([purseKey('key', 'others'), purseKey('key', 'bound')]).toEqual(['key', 'key:bound']);
  });

  it('are told apart by whether the chat is bound to the member, and to nobody', async () => {
    const boundChats = { isBound: (id: number, chat: string) => Promise.resolve(id === 7 && chat === 'own') };
    const of = (id: number | null, chat: string) => purseOf({ boundChats } as unknown as ResetDeps, id, chat);
    expect([await of(7, 'own'), await of(7, 'other'), await of(null, 'own')]).toEqual([
      ...['bound', 'others', 'others'],
    ]);
  });
});

describe('takeovers to be expected in a day', () => {
  it('are as many as codes can be typed in it, or as the breaker lets through', () => {
    expect(oddsOf(defaultPolicy).dayOverAll).toBeCloseTo(1e-3, 12);
    expect(oddsOf({ ...defaultPolicy, sendsPerDay: 10 }).dayOverAll).toBeCloseTo(3e-4, 12);
  });
});

onBothDatabases('wrong pairs that were counted', (harness) => {
  const asked = async <T>(work: (pairs: ReturnType<typeof makeWrongPairs>) => Promise<T>): Promise<T> =>
    (await within(harness(), (deps) => work(makeWrongPairs(deps)))).result;
  const statusOf = async (purse: 'bound' | 'others', from: Asker) =>
    (await asked((pairs) => pairs.status(pair, purse, from))).status;
  const later = (ms: number) => harness().clock.now().getTime() + ms;

  it('stand under names of their own, of which none shows what was typed', async () => {
    await asked((pairs) => pairs.count(pair, 'others', own));
    await asked((pairs) => pairs.count(pair, 'bound', own));
    const hidden = (value: string) => harness().keyring.index('limit', value);
    const [code, id] = [`pairs:code:${hidden(pair.insuredCode)}`, `pairs:id:${hidden(pair.nationalId)}`];
    const counts = [];
    for (const key of [code, id, `${code}:bound`, `${id}:bound`, `pairs:chat:${hidden(own.chatKey)}`])
      counts.push(await count(harness(), key));
    expect(counts).toEqual([1, 1, 1, 1, 2]);
  });

  it('make the member’s own chats wait for the pair, and let others go on blind', async () => {
    for (let chat = 0; chat < 10; chat += 1)
      for (const purse of ['bound', 'others'] as const)
        await asked((pairs) => pairs.count(pair, purse, stranger(2 * chat + Number(purse === 'bound'))));
    const status = (purse: 'bound' | 'others') => statusOf(purse, own);
    expect(await status('bound')).toEqual({ ok: false, until: later(day), cap: 'pair' });
    expect(await status('others')).toEqual({ ok: true, blind: true });
    for (let typed = 0; typed < 6; typed += 1) await asked((pairs) => pairs.countBlind(own));
    expect(await status('bound')).toEqual({ ok: false, until: later(day), cap: 'pair' });
    expect(await status('others')).toMatchObject({ ok: false, cap: 'chat' });
  });

  it('make a chat wait that has typed too many, whichever purse it has', async () => {
    for (let typed = 0; typed < 5; typed += 1) await asked((pairs) => pairs.countBlind(own));
    for (const purse of ['bound', 'others'] as const) {
      const status = await statusOf(purse, own);
      expect(status).toEqual({ ok: false, until: later(minute), cap: 'chat' });
    }
    expect(await statusOf('others', stranger(1))).toEqual({
      ok: true,
      blind: false,
    });
  });
});

onBothDatabases('a chat with too many members', (harness) => {
  it('is told of to staff with its name, the bound and the reference, once', async () => {
    const from = stranger(1);
    const looked = (deps: ResetDeps, id: number) => deps.limits.peek(membersLimits(deps, id, from));
    const counts = (id: number) =>
      within(harness(), async (deps) => countMember(deps, await looked(deps, id), id, from));
    const asks = (id: number) =>
      within(harness(), async (deps) => tooManyMembers(deps, await looked(deps, id), from));
    for (let id = 1; id <= 5; id += 1) await counts(id);
    const first = await asks(6);
    const until = harness().clock.now().getTime() + day;
    const reference = first.result?.reference;
    expect(first.result).toEqual({ kind: 'too-many-members', reference, until });
    expect(first.raised).toMatchObject([
      { cause: 'too-many-members', facts: { most: 5, reference, platform: 'telegram' } },
    ]);
    const second = await asks(6);
    expect([second.result?.until, second.raised]).toEqual([until, []]);
    expect((await asks(5)).result).toBeNull();
  });
});

onBothDatabases(
  'guesses of a day',
  (harness) => {
    it('open the breaker for a day, which is told with their count, and begin anew', async () => {
      expect((await within(harness(), countGuess)).raised).toEqual([]);
      const until = harness().clock.now().getTime() + day;
      expect((await within(harness(), countGuess)).raised).toEqual([
        { cause: 'many-wrong-codes', facts: { count: 2, until } },
      ]);
      expect([await count(harness(), 'codes:day'), await count(harness(), 'codes:wrong')]).toEqual([0, 2]);
      await within(harness(), countGuess);
      expect((await within(harness(), countGuess)).raised).toEqual([]);
    });
  },
  { takeoversPerDay: 2e-5 },
);

onBothDatabases(
  'guesses of an hour',
  (harness) => {
    it('open the breaker for an hour where there are more than right ones explain, and begin anew', async () => {
      await within(harness(), (deps) => countRightCode(deps, 0));
      for (let typed = 0; typed < 3; typed += 1)
        expect((await within(harness(), countGuess)).raised).toEqual([]);
      const until = harness().clock.now().getTime() + hour;
      expect((await within(harness(), countGuess)).raised).toEqual([
        { cause: 'many-wrong-codes', facts: { count: 4, until } },
      ]);
      expect([await count(harness(), 'codes:day'), await count(harness(), 'codes:wrong')]).toEqual([4, 0]);
    });

    it('are explained by the right one that was typed after them, as many as were', async () => {
      await within(harness(), (deps) => countRightCode(deps, 0));
      for (let typed = 0; typed < 3; typed += 1) await within(harness(), countGuess);
      await within(harness(), (deps) => countRightCode(deps, 2));
      const counts = [];
      for (const key of ['codes:day', 'codes:wrong', 'codes:right']) counts.push(await count(harness(), key));
      expect(counts).toEqual([1, 1, 2]);
    });
  },
  { fewestWrongCodes: 2 },
);
