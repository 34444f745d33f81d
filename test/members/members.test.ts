import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers, type Members } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import { onBothDatabases } from '../support/both-databases.js';
import { pairOf } from '../support/reset-harness.js';
import { testKeys } from '../support/test-keys.js';

const newer = Buffer.alloc(32, 'a key that came later');

onBothDatabases('the members’ book', (harness) => {
  const ask = <T>(work: (members: Members) => Promise<T>, keys = testKeys): Promise<T> =>
    harness().db.inTransaction((tx) =>
      work(makeMembers({ tx, keyring: makeKeyring({ keys, random: systemRandom }), clock: harness().clock })),
    );
  const behrouz = person('behrouz');

  it('finds a member by insured code, national ID and mobile', async () => {
    const { behrouz: id } = harness().ids;
    expect((await ask((members) => members.byInsuredCode(behrouz.insuredCode)))?.id).toBe(id);
    expect(await ask((members) => members.byNationalId(behrouz.nationalId))).toMatchObject([{ id }]);
    expect(await ask((members) => members.byMobile(behrouz.phone))).toMatchObject([{ id }]);
    expect(await ask((members) => members.byMobile('09390000099'))).toEqual([]);
  });

  it('finds them after a newer key has come, and not once the older one is gone', async () => {
    const { nationalId } = behrouz;
    expect(await ask((members) => members.byNationalId(nationalId), [newer, ...testKeys])).toHaveLength(1);
    expect(await ask((members) => members.byNationalId(nationalId), [newer])).toEqual([]);
  });

  it('knows a right national ID from a wrong one, under any key at hand', async () => {
    const judge = (nationalId: string, keys = testKeys) =>
      ask(async (members) => {
        return members.hasNationalId(await members.byInsuredCode(behrouz.insuredCode), nationalId);
      }, keys);
    expect(await judge(behrouz.nationalId)).toBe(true);
    expect(await judge(behrouz.nationalId, [newer, ...testKeys])).toBe(true);
    expect(await judge(person('iraj').nationalId)).toBe(false);
    expect(await ask(async (members) => members.hasNationalId(null, behrouz.nationalId))).toBe(false);
  });

  it('entering a person again brings their record up to date and keeps what it does not mention', async () => {
    const record = { ...pairOf('behrouz'), cover: { from: '2027-03-21', to: '2028-03-19' }, mobile: null };
    const entered = await ask((members) => members.put(record));
    expect(entered.memberId).toBe(harness().ids.behrouz);
    await ask((members) => members.put(record), [newer, ...testKeys]);
    const member = await ask((members) => members.byInsuredCode(behrouz.insuredCode));
    const keys = [newer, ...testKeys];
    expect(await ask(async (members) => members.mobileOf(member!), keys)).toBe(behrouz.phone);
    const again = await ask((members) => members.put(record), keys);
    expect(again).toEqual(entered);
  });

  it('keeps a name, also when a first number is registered under a newer key and the older one goes', async () => {
    const { insuredCode, name } = person('sara');
    const record = { ...pairOf('sara'), cover: null, mobile: null };
    await ask((members) => members.put({ ...record, name }));
    await ask((members) => members.put(record));
    const nameUnder = (keys: typeof testKeys) =>
      ask(async (members) => members.nameOf((await members.byInsuredCode(insuredCode))!), keys);
    expect(await nameUnder(testKeys)).toBe(name);
    await ask(
      async (members) =>
        members.registerMobile((await members.byInsuredCode(insuredCode))!, '09390000077', 'typed'),
      [newer, ...testKeys],
    );
    expect(await nameUnder([newer])).toBe(name);
    const rows = await harness().db.dataSource.manager.find(Member);
    expect(JSON.stringify(rows)).not.toContain(name);
  });

  it('has room for two hundred signs of any script', async () => {
    const name = '한'.repeat(200);
    await ask((members) => members.put({ ...pairOf('behrouz'), cover: null, mobile: null, name }));
    const read = async (members: Members) =>
      members.nameOf((await members.byInsuredCode(behrouz.insuredCode))!);
    expect(await ask(read)).toBe(name);
  });

  it('a first number is registered once', async () => {
    const register = (mobile: string) =>
      ask(async (members) => {
        const sara = await members.byInsuredCode(person('sara').insuredCode);
        return members.registerMobile(sara!, mobile, 'typed');
      });
    expect(await register(person('sara').phone)).toBe(true);
    expect(await register('09390000099')).toBe(false);
    expect(await ask((members) => members.byMobile(person('sara').phone))).toHaveLength(1);
  });

  it('cover counts by the day in Tehran, both ends included', async () => {
    const cover = { from: '2026-03-21', to: '2026-03-22' };
    const record = { insuredCode: '555555', nationalId: '0499370899', cover, mobile: null };
    const { memberId } = await ask((members) => members.put(record));
    const covered = async (moment: string) =>
      (await ask((members) => members.coverAt(memberId, new Date(moment)))) !== null;
    expect(await covered('2026-03-20T20:29:59.999Z')).toBe(false);
    expect(await covered('2026-03-20T20:30:00.000Z')).toBe(true);
    expect(await covered('2026-03-22T20:29:59.999Z')).toBe(true);
    expect(await covered('2026-03-22T20:30:00.000Z')).toBe(false);
  });
});
