import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import type { Keyring } from '../../src/keys/keyring.js';
import type { Pair } from '../../src/reset/service.js';
import { onBothDatabases } from '../support/both-databases.js';
import { pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';
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

/** What one wrong pair costs: the statements, their values left out, and the calls to the keys. */
async function workOf(harness: ResetHarness, pair: Pair, number: number) {
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
    return testServices(tx, { keyring, clock, policy }).reset.identify(pair, stranger(number));
  });
  dataSource.logger = before;
  return { answer, work };
}

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

  it('hears the same of the cap on a code that does not exist as of one that does', async () => {
    const capped = async (pair: Pair, from: number) => {
      for (let chat = 0; chat < 10; chat += 1) {
        await harness().reset((heart) => heart.identify(pair, stranger(from + chat)));
      }
      return workOf(harness(), pair, from + 50);
    };
    const known = await capped(wrongPairs['a wrong ID']!, 100);
    const unknown = await capped({ insuredCode: '999999', nationalId: '0987654321' }, 200);
    expect({ ...unknown.answer, reference: '' }).toEqual({ ...known.answer, reference: '' });
    expect(unknown.work).toEqual(known.work);
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
