import { describe, expect, it } from 'vitest';
import { cast, person } from '../../../playground/cast.js';
import { makeSamples } from '../../../playground/samples/samples.js';
import { listen } from '../../../playground/listen.js';
import { startEmulator } from '../../../playground/emulator/emulator.js';
import { pageApp } from '../../../playground/server/server.js';
import type { Reading } from '../../../src/import/reading.js';
import { usualRules } from '../../../src/import/read-members.js';
import { defaultInsuredCodePattern } from '../../../src/identity/insured-code.js';
import { readAll, words } from '../../import/files.js';
import { handClock } from '../../support/hand-clock.js';
import { stageOver } from './page-stage.js';

/** A list is read on the day on which it was written. */
const clock = handClock();
const samples = makeSamples({ cast, clock, words });
const rules = usualRules(defaultInsuredCodePattern, words, clock);

async function readings(name: string): Promise<Reading[]> {
  const file = await samples.file(name);
  return readAll(Buffer.from(file?.bytes ?? []), rules);
}

const members = (read: Reading[]) => read.flatMap((one) => (one.kind === 'member' ? [one] : []));

describe('the lists that lie ready', () => {
  it.each(['members.csv', 'members.xlsx'])(
    '%s has the cast and newcomers, and nothing to find fault with',
    async (name) => {
      const read = await readings(name);
      expect(read.at(-1)).toEqual({ kind: 'finished', members: cast.length + 12, faulty: 0 });
      expect(members(read).flatMap(({ notices }) => notices)).toEqual([]);
      const sara = members(read).find(({ member }) => member.insuredCode === person('sara').insuredCode);
      expect(sara?.member).toMatchObject({ nationalId: person('sara').nationalId, mobile: null });
    },
  );

  it('one has rows that are wrong, each for another reason', async () => {
    const read = await readings('members-faulty.csv');
    expect(read.at(-1)).toEqual({ kind: 'finished', members: 4, faulty: 8 });
    const reasons = read.flatMap((one) =>
      one.kind === 'faulty' ? one.faults.map(({ reason }) => reason) : [],
    );
    expect(new Set(reasons).size).toBe(8);
  });

  it('one is long enough to be watched', async () => {
    expect((await readings('members-2000.csv')).at(-1)).toMatchObject({ members: 2_000, faulty: 0 });
  });

  it('are on the page under their names, and nothing else is', async () => {
    const emulator = await startEmulator();
    const server = await listen(pageApp(stageOver(emulator)));
    const answers = await Promise.all(
      [...samples.names, 'constructor', '..%2fcast.ts'].map((name) => fetch(`${server.url}/samples/${name}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([...samples.names.map(() => 200), 404, 404]);
    expect(answers[1]?.headers.get('content-disposition')).toContain('members.xlsx');
    await server.stop();
    await emulator.stop();
  });
});
