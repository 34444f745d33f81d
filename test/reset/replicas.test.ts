import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { minute } from '../support/hand-clock.js';
import { another, asker, openResetHarness, type ResetHarness } from '../support/reset-harness.js';
import type { Race } from './racer.js';

const racer = new URL('racer.ts', import.meta.url).pathname;
const typescript = new URL('../support/typescript.mjs', import.meta.url).pathname;
/** Nobody gets a second code sooner, after however many wrong ones. */
const pauseAfterFirst = minute;
const mariadb = databases.find(({ name }) => name === 'MariaDB')!;

describe.skipIf(mariadb.missing)('two replicas on one MariaDB', () => {
  let db: TestDatabase;
  let harness: ResetHarness;
  let replicas: ChildProcess[];
  beforeAll(async () => {
    db = await mariadb.create();
    harness = await openResetHarness(db);
    replicas = [1, 2].map(() => fork(racer, [db.url], { execArgv: ['--import', typescript] }));
    await Promise.all(replicas.map((replica) => once(replica, 'message')));
  });
  afterAll(async () => {
    const gone = replicas.map((replica) => once(replica, 'exit'));
    for (const replica of replicas) replica.disconnect();
    await Promise.all(gone);
    await db.drop();
  });

  /** Both type their codes at the same moment; what they were answered, counted by kind. */
  async function race(challengeId: string, codes: string[]): Promise<Record<string, number>> {
    const start: Race = {
      challengeId,
      codes,
      from: asker('behrouz'),
      now: harness.clock.now().toISOString(),
    };
    const answers = replicas.map(heard);
    for (const replica of replicas) replica.send(start);
    const kinds: Record<string, number> = {};
    for (const kind of (await Promise.all(answers)).flat()) kinds[kind] = (kinds[kind] ?? 0) + 1;
    return kinds;
  }

  const heard = async (replica: ChildProcess): Promise<string[]> =>
    ((await once(replica, 'message')) as [string[]])[0];

  it('look at three wrong codes together, not each', async () => {
    const { challengeId } = await harness.sent('behrouz', asker('behrouz'));
    const wrong = Array.from({ length: 100 }, () => another(harness.code(challengeId)));
    const kinds = await race(challengeId, wrong);
    expect(kinds).toEqual({ 'code-wrong': 2, 'code-wrong-last': 1, 'challenge-over': 197 });
    const { wrongCodes } = await harness.manager.findOneByOrFail(Challenge, { id: challengeId });
    expect(wrongCodes).toBe(3);
  });

  it('make one recovery of sixty-four right codes', async () => {
    harness.clock.pass(pauseAfterFirst);
    const { challengeId } = await harness.sent('behrouz', asker('behrouz'));
    const right = Array.from({ length: 32 }, () => harness.code(challengeId));
    expect(await race(challengeId, right)).toEqual({ 'code-right': 1, 'challenge-over': 63 });
    expect(await harness.manager.countBy(PasswordReset, { memberId: harness.ids.behrouz })).toBe(1);
    expect(await harness.jobs('portal-reset')).toHaveLength(1);
  });
});
