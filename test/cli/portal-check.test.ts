import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../playground/listen.js';
import { systemClock } from '../../src/clock.js';
import { makeLocalPortal, type LocalPortal } from '../../src/portal/local.js';
import { systemRandom } from '../../src/random.js';
import { behrouz, openAccounts } from '../contracts/portal.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { brokenPortals, portalKeys, portalWith } from './broken-portals.js';
import { type } from './shell.js';

describe('ramzyar portal check', () => {
  let db: TestDatabase;
  let portal: LocalPortal;
  const servers: { stop(): Promise<void> }[] = [];
  beforeEach(async () => {
    db = await databases[0]!.create();
    portal = makeLocalPortal({ inTransaction: db.inTransaction, random: systemRandom, cost: 16 });
    await openAccounts(portal);
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    await db.drop();
  });

  async function checked(fault: string | null, line = `--account ${behrouz.insuredCode}`) {
    const server = await listen(portalWith(fault ? brokenPortals[fault]! : null, portal, systemClock));
    servers.push(server);
    const { code, said } = await type(`portal check ${line}`, { ...portalKeys, PORTAL_API_URL: server.url });
    return { code, said, broken: said.split('\n').filter((one) => one.startsWith('BROKEN')) };
  }

  it('finds nothing amiss with the playground’s portal, and needs no other settings than the portal’s', async () => {
    const { code, said, broken } = await checked(null);
    expect(broken).toEqual([]);
    expect(said).toContain('\n24 rules kept, 0 broken');
    expect(code).toBe(0);
    expect(await portal.state(behrouz.insuredCode)).toBe('initial');
    expect(await portal.signIn(behrouz.insuredCode, behrouz.nationalId)).toBe(false);
    expect(said).toContain(`The account ${behrouz.insuredCode} is locked now`);
    for (const secret of Object.values(portalKeys)) expect(said).not.toContain(secret);
  });

  it('tries no optional call of a portal that names none, and locks nothing', async () => {
    const sound = portal;
    portal = { ...sound, capabilities: undefined } as unknown as LocalPortal;
    const { code, said } = await checked(null);
    expect(said).toContain('\n18 rules kept, 0 broken');
    expect(code).toBe(0);
    expect(await sound.signIn(behrouz.insuredCode, behrouz.nationalId)).toBe(true);
  });

  it.each(Object.keys(brokenPortals))('tells the portal that breaks “%s”, in its line', async (rule) => {
    const { code, broken, said } = await checked(rule);
    expect(
      broken.map((line) => line.replace('BROKEN  ', '')),
      said,
    ).toEqual([expect.stringMatching(new RegExp(`^${rule}`))]);
    expect(said).toContain('-> it was: ');
    expect(code).toBe(1);
  });

  it('has a broken portal for each rule', async () => {
    const rules = (await checked(null)).said.split('\n').filter((line) => line.startsWith('kept'));
    const untried = rules.filter(
      (line) => !Object.keys(brokenPortals).some((rule) => line.replace(/^kept +/, '').startsWith(rule)),
    );
    expect(untried).toEqual([]);
  });

  it('tells a portal that puts a changed password back once more, from one that does not', async () => {
    const { said } = await checked(null);
    const [, again = ''] = /--again ([0-9a-f]+)/.exec(said) ?? [];
    const line = `--account ${behrouz.insuredCode} --again ${again}`;
    expect((await checked(null, line)).said).toContain('it was: HTTP 200 with initial');
    await portal.changePassword(behrouz.insuredCode, 'a new one');
    expect((await checked(null, line)).code).toBe(0);

    const sound = portal;
    const forgetful = (_id: string, insuredCode: string) =>
      sound.reset(systemRandom.bytes(16).toString('hex'), insuredCode);
    portal = { ...sound, reset: forgetful };
    const twice = await checked(null, line);
    expect(twice.broken).toHaveLength(1);
    expect(twice.code).toBe(1);
  });

  it('stops where nobody answers, and says which settings it needs', async () => {
    const nobody = await type('portal check --account 1', {
      ...portalKeys,
      PORTAL_API_URL: await deadAddress(),
    });
    expect(nobody.said).toMatch(/ECONNREFUSED\n\nNobody answers there/);
    expect(nobody.code).toBe(1);
    const bare = await type('portal check --account 1');
    expect(bare.said).toMatch(/PORTAL_API_URL is missing[^]*PORTAL_API_SECRET is missing/);
    for (const line of ['portal', 'portal check', 'portal check 310002', 'portal check --account 1 --force'])
      expect((await type(line)).code).toBe(2);
  });
});
