import { afterEach, expect, it } from 'vitest';
import { nodeFinding } from '../../src/cli/checks/machine.js';
import { brokenSetUps } from './broken-set-ups.js';
import { line, onProductionHarnesses } from './production-harness.js';
import { type } from './shell.js';
import { read } from '../support/documents.js';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

onProductionHarnesses('the doctor names fault and mend of', (harness, { name: database }) => {
  const here = brokenSetUps.filter(({ on = database }) => on === database);

  it.each(here)('$name', async ({ broken, fault, mend }) => {
    const { said } = await harness().diagnosis(await broken(harness(), (end) => ends.push(end)));
    expect(said).toMatch(fault);
    const at = said.split('\n').findIndex((one) => fault.test(one));
    expect(said.split('\n')[at + 1]).toMatch(mend);
    expect(said).not.toContain('kannel-secret');
  });
});

onProductionHarnesses('the doctor says', (harness) => {
  it('before the first start that the owners of ADMINS are let in by it, and after the tables are made', async () => {
    const ADMINS = 'telegram:4711';
    const fresh = await type('doctor', { ...harness().settings, ADMINS });
    expect(line(fresh.said, 'staff')).toMatch(
      /^ok +staff +nobody yet: the first start lets in the owner of ADMINS/,
    );
    const migrated = await harness().diagnosis({ ADMINS });
    expect(line(migrated.said, 'staff')).toMatch(/^ok +staff +nobody yet/);
  });

  it('what the settings are worth against guessing, and where they deviate from the standards', async () => {
    const { said } = await harness().diagnosis();
    expect(line(said, 'odds')).toMatch(/^ok +odds +of guessing a code: 1\.0e-4 before a lock/);
    expect(line(said, 'deviations')).toMatch(/five digits, initial password/);
  });

  it('the same to programs, as JSON', async () => {
    await type('migrate', harness().settings);
    const { code, said } = await type('doctor --json', {
      ...harness().settings,
      PORTAL_API_SECRET: 'another',
    });
    const { faults, findings } = JSON.parse(said) as {
      faults: number;
      findings: { about: string; state: string }[];
    };
    expect([code, faults]).toEqual([1, 1]);
    expect(findings.find(({ about }) => about === 'portal')).toMatchObject({
      state: 'fault',
      todo: expect.any(String) as string,
    });
    expect(await type('doctor --yaml', harness().settings)).toMatchObject({ code: 2 });
  });
});

it('the doctor calls a Node a fault that is older than package.json allows, and names the one to take', () => {
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  const oldest = engines.node.replace('>=', '');
  const on = new Date('2026-04-01T00:00:00Z');
  expect(nodeFinding(`${oldest}.0`, on).state).toBe('ok');
  for (const older of ['20.18.3', '18.20.8'])
    expect(nodeFinding(older, on)).toMatchObject({ state: 'fault', todo: 'take Node 24' });
  expect(nodeFinding('24.22.3', on)).toMatchObject({
    state: 'ok',
    found: '24.22.3, mended until 2028-04-30',
  });
});

it('the doctor says of a Node past its end of life until when it was mended', () => {
  const finding = nodeFinding('20.19.5', new Date('2026-05-01T00:00:00Z'));
  expect(finding).toMatchObject({ state: 'warning', todo: 'take Node 24' });
  expect(finding.found).toContain('2026-04-30');
  expect(nodeFinding('20.19.5', new Date('2026-04-30T12:00:00Z')).state).toBe('ok');
});
