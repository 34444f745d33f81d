import { expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { countGuess } from '../../src/reset/guesses.js';
import type { Pair, Reset } from '../../src/reset/service.js';
import type { BlindOrder } from '../../src/reset/ports.js';
import type { Asker } from '../../src/chats/address.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { another, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';
import { testServices } from '../support/test-services.js';

const ownId = pairOf('sara').nationalId;

/** Why the pair is wrong is nobody's business; each of these is another reason. */
const wrongPairs: Record<string, Pair> = {
  'an unknown code': { insuredCode: '999999', nationalId: ownId },
  'an unknown code and an unknown ID': { insuredCode: '999998', nationalId: '0123456789' },
  'a wrong ID': { insuredCode: pairOf('behrouz').insuredCode, nationalId: '0123456789' },
  'somebody else’s code': { insuredCode: pairOf('iraj').insuredCode, nationalId: ownId },
  'the code of somebody without cover': { insuredCode: pairOf('laleh').insuredCode, nationalId: ownId },
  'the code of somebody with nothing left': { insuredCode: pairOf('kamran').insuredCode, nationalId: ownId },
};

/** What one deed costs: the statements, their values left out, and the calls to the keys. */
async function workFor<Answer>(harness: ResetHarness, deed: (reset: Reset) => Promise<Answer>) {
  const work: string[] = [];
  const watched = (query: string): void => {
    work.push(query.replaceAll(/\b\d+\b|'[^']*'/g, '?'));
  };
  const { dataSource } = harness.db;
  const before = dataSource.logger;
  dataSource.logger = { ...silent, logQuery: watched };
  const answer = await harness.db.inTransaction((tx) => {
    const { clock, policy } = harness;
    const keyring = counting(harness.keyring, work);
    return deed(testServices(tx, { keyring, clock, policy }).reset);
  });
  dataSource.logger = before;
  return { answer, work };
}

const workOf = (harness: ResetHarness, pair: Pair, number: number) =>
  workFor(harness, (reset) => reset.identify(pair, stranger(number)));

const silent = {
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

const counting = (keyring: Keyring, work: string[]): Keyring =>
  new Proxy(keyring, {
    get: (target, name: keyof Keyring) => {
      work.push(`key ${name}`);
      return Reflect.get(target, name) as unknown;
    },
  });

onBothDatabases('a stranger', (harness) => {
  it('hears the same, after the same work, whatever is wrong with the pair', async () => {
    await harness().manager.update(Member, { id: harness().ids.iraj }, { closedFor: 'staff-block' });
    const seen = [];
    for (const [number, pair] of Object.values(wrongPairs).entries()) {
      seen.push(await workOf(harness(), pair, number));
    }
    const [first, ...rest] = seen;
    expect(first!.work.length).toBeGreaterThan(10);
    for (const { answer, work } of rest) {
      expect({ ...answer, reference: '' }).toEqual({ ...first!.answer, reference: '' });
      expect(work).toEqual(first!.work);
    }
    const references = seen.map(({ answer }) => (answer as { reference: string }).reference);
    expect(new Set(references).size).toBe(references.length);
  });

  it('leaves no trace of what was typed', async () => {
    const typed = { insuredCode: '4820017735', nationalId: '0499370899' };
    await harness().reset((heart) => heart.identify(typed, stranger(1)));
    const trail = JSON.stringify(await harness().manager.find(AuditEntry));
    expect(trail).toContain('no-match');
    for (const value of Object.values(typed)) expect(trail).not.toContain(value);
    expect(await harness().manager.count(Challenge)).toBe(0);
  });
});

/** Once strangers have used up the pairs, whatever is typed; the first one gets a code, and no other. */
const blindPairs: Record<string, Pair> = {
  'the right pair': pairOf('behrouz'),
  'a wrong ID': { ...pairOf('behrouz'), nationalId: '0123456789' },
  'an unknown code': { insuredCode: '999999', nationalId: '0123456788' },
  'the right pair of somebody without a number': pairOf('sara'),
  'the right pair of somebody without cover': pairOf('laleh'),
  'the right pair of somebody with nothing left': pairOf('kamran'),
  'the right pair of somebody whose way back is closed': pairOf('iraj'),
};

const oneGuess = { takeoversPerDay: 1e-5 };

onBothDatabases(
  'a stranger who is not told whether a pair was right',
  (harness) => {
    const typed = Object.values(blindPairs);

    /** Each of them in a chat of its own: what it heard, and what that took. */
    async function eachIn(deed: (reset: Reset, from: Asker, at: number) => Promise<unknown>) {
      const seen = [];
      for (const at of typed.keys())
        seen.push(await workFor(harness(), (reset) => deed(reset, stranger(900 + at), at)));
      return seen.map(({ answer, work }) => ({
        answer: { ...(answer as object), reference: '', challengeId: '' },
        challengeId: (answer as { challengeId?: string }).challengeId ?? '',
        work,
      }));
    }

    /** All the same as the first. */
    function alike(seen: Awaited<ReturnType<typeof eachIn>>): void {
      expect(seen[0]!.work.length).toBeGreaterThan(5);
      for (const { answer, work } of seen) {
        expect(answer).toEqual(seen[0]!.answer);
        expect(work).toEqual(seen[0]!.work);
      }
    }

    /** What stands behind the answers is done. */
    async function behind(): Promise<void> {
      for (const order of await harness().jobs<BlindOrder>('blind-code'))
        if (order.insuredCode !== null)
          await harness().settle((results) => results.blindAnswered(order, 'changed'));
    }

    async function burn(): Promise<void> {
      await harness().manager.update(Member, { id: harness().ids.iraj }, { closedFor: 'staff-block' });
      const codes = [...new Set(typed.map(({ insuredCode }) => insuredCode))];
      for (const [at, insuredCode] of codes.entries())
        for (let number = 0; number < 10; number += 1)
          await harness().identifies(
            { insuredCode, nationalId: `001000${at}062` },
            stranger(20 * at + number),
          );
    }

    it('hears one sentence after the same work at every step, and only the right pair with a number gets a code', async () => {
      await burn();
      const begun = await eachIn((reset, from, at) => reset.identify(typed[at]!, from));
      alike(begun);
      expect(begun[0]!.answer).toMatchObject({ kind: 'code-perhaps-sent' });
      await behind();
      expect(await harness().jobs('sms-code')).toMatchObject([
        { challengeId: begun[0]!.challengeId, send: 1 },
      ]);

      alike(await eachIn((reset, from, at) => reset.identify(typed[at]!, from)));
      alike(await eachIn((reset, from, at) => reset.resend(begun[at]!.challengeId, from)));
      harness().clock.pass(minute);
      const again = await eachIn((reset, from, at) => reset.resend(begun[at]!.challengeId, from));
      alike(again);
      expect(again[0]!.answer).toMatchObject({ kind: 'code-perhaps-sent-again' });
      await behind();
      expect(await harness().jobs('sms-code')).toHaveLength(2);

      const wrong = another(harness().code(begun[0]!.challengeId));
      for (const left of [2, 1]) {
        const missed = await eachIn((reset, from, at) => reset.confirm(begun[at]!.challengeId, wrong, from));
        alike(missed);
        expect(missed[0]!.answer).toMatchObject({ kind: 'code-wrong', left });
      }
      const last = await eachIn((reset, from, at) => reset.confirm(begun[at]!.challengeId, wrong, from));
      alike(last);
      expect(last[0]!.answer).toMatchObject({ kind: 'code-wrong-last' });
      alike(await eachIn((reset, from, at) => reset.confirm(begun[at]!.challengeId, wrong, from)));
    });

    it('is asked for the card alike while somebody is guessing codes, before and after it was shown', async () => {
      await burn();
      const card = { number: person('behrouz').phone, source: 'contact' } as const;
      const before = await eachIn((reset, from, at) => reset.identify(typed[at]!, from));
      await behind();
      await harness().db.inTransaction((tx) => countGuess(harness().services(tx).resetDeps));
      alike(await eachIn((reset, from, at) => reset.resend(before[at]!.challengeId, from)));
      const asked = await eachIn((reset, from, at) => reset.identify(typed[at]!, from));
      alike(asked);
      expect(asked[0]!.answer).toMatchObject({ kind: 'card-needed' });
      const begun = await eachIn((reset, from, at) => reset.identify(typed[at]!, from, card));
      alike(begun);
      expect(begun[0]!.answer).toMatchObject({ kind: 'code-perhaps-sent' });
      alike(await eachIn((reset, from, at) => reset.confirm(begun[at]!.challengeId, '0', from)));
    });

    it('hears the same of a code that has expired', async () => {
      await burn();
      const begun = await eachIn((reset, from, at) => reset.identify(typed[at]!, from));
      await behind();
      harness().clock.pass(5 * minute);
      const expired = await eachIn((reset, from, at) => reset.confirm(begun[at]!.challengeId, '12345', from));
      alike(expired);
      expect(expired[0]!.answer).toMatchObject({ kind: 'code-expired' });
    });
  },
  oneGuess,
);
