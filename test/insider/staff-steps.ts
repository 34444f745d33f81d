import fc from 'fast-check';
import { person } from '../../playground/cast.js';
import type { WantedAction } from '../../src/staff/action.js';
import { account, nobody, picked, pick, pocket, step, victim } from './steps.js';
import { act, asStaff, type Victim, type World } from './world.js';

const aboutMember = ({ ids }: World, who: Victim) => ({
  memberId: ids[who],
  insuredCode: person(who).insuredCode,
});

/** What staff ask for about one member. */
const wanted: Record<string, (world: World, who: Victim) => Promise<WantedAction> | WantedAction> = {
  'clear-mobile': (world, who) => ({ kind: 'clear-mobile', ...aboutMember(world, who) }),
  'first-mobile': (world, who) => ({
    kind: 'first-mobile',
    ...aboutMember(world, who),
    number: pocket[0],
  }),
  grant: async (world, who) => {
    const { ids, services, db, clock } = world;
    const cover = await db.inTransaction((tx) => services(tx).members.coverAt(ids[who], clock.now()));
    return { kind: 'grant', ...aboutMember(world, who), coverageId: cover?.id ?? 0, more: 3 };
  },
  block: (world, who) => ({ kind: 'block', ...aboutMember(world, who) }),
  unblock: (world, who) => ({ kind: 'unblock', ...aboutMember(world, who) }),
  unlock: (world, who) => ({ kind: 'unlock', ...aboutMember(world, who) }),
};

const command = step(
  'command',
  fc.record({ by: pick, what: fc.constantFrom(...Object.keys(wanted)), who: victim }),
  async (world, { by, what, who }) => {
    const one = account(world, by);
    await act(world, one, await wanted[what]!(world, who));
    return new Set([one.human]);
  },
);

/** Another account reads what is asked for, and says yes. */
const agree = step('agree', fc.record({ by: pick, at: pick }), async (world, { by, at }) => {
  const [one, waiting] = [account(world, by), picked(world.waiting, at)];
  if (!waiting) return nobody;
  await asStaff(world, one.asker, async (actor, { staff }) => {
    const asked = await staff.actions.consult(actor, waiting.approvalId);
    const answered = asked && (await staff.actions.answer(actor, asked.token, true));
    const runId = 'runId' in waiting.action ? waiting.action.runId : null;
    if (answered?.kind === 'did' && runId !== null) world.listHands.get(runId)?.add(one.human);
  });
  return new Set([one.human, waiting.asker]);
});

export const staffSteps = [command, agree];
