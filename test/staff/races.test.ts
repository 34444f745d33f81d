import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { StaffApproval } from '../../entities/staff-approval.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import { seedOwners } from '../../src/app/seed-owners.js';
import type { Asker } from '../../src/chats/address.js';
import { makePeople, type StaffMember } from '../../src/people/people.js';
import type { StaffServices } from '../../src/staff/services.js';
import { hour } from '../../src/durations.js';
import { systemRandom } from '../../src/random.js';
import { onBothDatabases } from '../support/both-databases.js';
import type { WantedAction } from '../../src/staff/action.js';
import type { Services } from '../../src/app/services.js';

const at = (account: number): Asker => ({
  chatKey: `telegram:700001:${account}`,
  senderId: String(account),
});

onBothDatabases('staff at the same moment', (harness) => {
  const inRoom = <T>(work: (staff: StaffServices, services: Services) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => {
      const services = harness().services(tx);
      return work(services.staff, services);
    });

  /** So many supervisors who have written to us. */
  const hire = async (count: number): Promise<StaffMember[]> => {
    const colleagues: StaffMember[] = [];
    for (let account = 1; account <= count; account += 1) {
      const colleague = await inRoom(async (_, { people }) => {
        await people.add({ platform: 'telegram', account: String(account) }, `n${account}`, 'supervisor');
        return people.at(at(account));
      });
      colleagues.push(colleague!);
    }
    // By then each of them may be a second person.
    harness().clock.pass(25 * hour);
    return colleagues;
  };
  const about = () => ({ memberId: harness().ids.behrouz, insuredCode: '310002' });
  const proposed = async (by: StaffMember, action: WantedAction): Promise<string> => {
    const asked = await inRoom(({ actions }) => actions.propose(by, action));
    if (asked.kind !== 'question') throw new Error(asked.kind);
    return asked.token;
  };
  const press = (by: StaffMember, token: string) => inRoom(({ actions }) => actions.answer(by, token, true));

  /** The act that waits for a second person. */
  const waiting = async (): Promise<number> =>
    (await harness().manager.findOneByOrFail(StaffApproval, { state: 'open' })).id;

  it('one button pressed by many hands is obeyed once', async () => {
    const [shahin] = await hire(1);
    const token = await proposed(shahin!, { kind: 'block', ...about() });
    const answers = await Promise.all(Array.from({ length: 6 }, () => press(shahin!, token)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual([
      'did',
      ...Array<string>(5).fill('question-over'),
    ]);
  });

  it('the same act from two of them is done once', async () => {
    const colleagues = await hire(4);
    const tokens: string[] = [];
    for (const by of colleagues) tokens.push(await proposed(by, { kind: 'block', ...about() }));
    const answers = await Promise.all(colleagues.map((by, i) => press(by, tokens[i]!)));
    expect(answers.filter(({ kind }) => kind === 'did')).toHaveLength(1);
    expect((await harness().manager.findOneByOrFail(Member, { id: about().memberId })).closedFor).toBe(
      'staff-block',
    );
  });

  it('many who agree at once raise an allowance once', async () => {
    const [asker, ...others] = await hire(5);
    const cover = await inRoom((_, { members }) => members.coverAt(about().memberId, harness().clock.now()));
    const coverageId = cover!.id;
    const sent = await press(
      asker!,
      await proposed(asker!, { kind: 'grant', ...about(), coverageId, more: 1 }),
    );
    expect(sent.kind).toBe('approval-sent');
    const tokens: string[] = [];
    const id = await waiting();
    for (const by of others)
      tokens.push((await inRoom(({ actions }) => actions.consult(by, id)))?.token ?? '');
    const answers = await Promise.all(others.map((by, i) => press(by, tokens[i]!)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual([
      'approval-over',
      'approval-over',
      'approval-over',
      'did',
    ]);
    expect((await harness().manager.findOneByOrFail(ResetQuota, { coverageId })).allowance).toBe(6);
  });

  it('whoever asked cannot agree, whatever stands in the questions', async () => {
    const [asker, other] = await hire(2);
    await press(asker!, await proposed(asker!, { kind: 'clear-mobile', ...about() }));
    const id = await waiting();
    expect(await inRoom(({ actions }) => actions.consult(asker!, id))).toBeNull();
    const { token } = (await inRoom(({ actions }) => actions.consult(other!, id)))!;
    const mine = { personId: asker!.personId, chatKey: asker!.chatKey };
    await harness().manager.update(StaffQuestion, { token }, mine);
    expect(await press(asker!, token)).toEqual({ kind: 'approval-over' });
  });

  it('two owners who send each other away do not leave the house without one', async () => {
    const [one, other] = await hire(2);
    const { db, clock } = harness();
    const people = <T>(work: (book: ReturnType<typeof makePeople>) => Promise<T>) =>
      db.inTransaction((tx) => work(makePeople({ tx, clock })));
    for (const by of [one!, other!]) {
      await people((book) => book.setRole(by.personId, 'supervisor', 'owner'));
      by.role = 'owner';
    }
    const away = ({ personId, name }: StaffMember): WantedAction => ({ kind: 'remove', personId, name });
    const tokens = [await proposed(one!, away(other!)), await proposed(other!, away(one!))];
    const answers = await Promise.all([press(one!, tokens[0]!), press(other!, tokens[1]!)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['act-overtaken', 'did']);
    expect(await people((book) => book.active())).toHaveLength(1);
  });

  it('replicas that begin together enrol each owner once, and change nobody later', async () => {
    const { db, clock, keyring } = harness();
    const admins = [
      [
        { platform: 'telegram', account: '7' },
        { platform: 'bale', account: '8' },
      ],
    ] as const;
    const seed = () =>
      seedOwners(db.inTransaction, {
        config: { admins, secondPersonAfterMs: 24 * hour },
        ...{ clock, keyring, random: systemRandom },
      });
    await Promise.all([1, 2, 3].map(() => seed()));
    const active = () => db.inTransaction((tx) => makePeople({ tx, clock }).active());
    expect(await active()).toMatchObject([{ role: 'owner', accounts: [{ account: '7' }, { account: '8' }] }]);
    const [owner] = await active();
    await db.inTransaction((tx) => makePeople({ tx, clock }).remove(owner!.id));
    await seed();
    expect(await active()).toEqual([]);
  });
});
