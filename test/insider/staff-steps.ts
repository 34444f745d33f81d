import fc from 'fast-check';
import { PasswordReset } from '../../entities/password-reset.js';
import { person } from '../../playground/cast.js';
import type { WantedAction } from '../../src/staff/action.js';
import { nobody } from './hands.js';
import { account, accountsOf, pair, pick, picked, pocket, step, victim, whom } from './steps.js';
import { act, agree, type Victim, type World } from './world.js';

type Wanted = (world: World, who: Victim) => Promise<WantedAction | null> | WantedAction;

const aboutMember = ({ ids }: World, who: Victim) => ({
  memberId: ids[who],
  insuredCode: person(who).insuredCode,
});

const simple =
  (kind: 'clear-mobile' | 'block' | 'unblock' | 'unlock' | 'erase'): Wanted =>
  (world, who) => ({ kind, ...aboutMember(world, who) });

/** A recovery that the portal has left open, as staff settle it. */
const settles =
  (kind: 'mark-done' | 'give-back'): Wanted =>
  async (world, who) => {
    const open = await world.manager.findOneBy(PasswordReset, { unsettledMemberId: world.ids[who] });
    return open && { kind, ...aboutMember(world, who), resetId: open.id, reference: open.reference };
  };

/** What staff ask for about one member. */
const wanted: Record<string, Wanted> = {
  'clear-mobile': simple('clear-mobile'),
  'first-mobile': (world, who) => ({
    kind: 'first-mobile',
    ...aboutMember(world, who),
    number: pocket[0],
  }),
  grant: async (world, who) => {
    const { ids, services, db, clock } = world;
    const cover = await db.inTransaction((tx) => services(tx).members.coverAt(ids[who], clock.now()));
    return cover && { kind: 'grant', ...aboutMember(world, who), coverageId: cover.id, more: 3 };
  },
  block: simple('block'),
  unblock: simple('unblock'),
  unlock: simple('unlock'),
  erase: simple('erase'),
  'mark-done': settles('mark-done'),
  'give-back': settles('give-back'),
};

const command = step(
  'command',
  fc.record({
    ...pair,
    what: fc.constantFrom(...Object.keys(wanted), 'clear-mobile', 'first-mobile', 'grant'),
    who: victim,
  }),
  async (world, { by, second, what, who }) => {
    const asked = await wanted[what]!(world, whom(world, who));
    const [one, other] = accountsOf(world, { by, second });
    return asked ? act(world, one, asked, other) : nobody;
  },
);

/** Another account reads what was asked for some time ago, and says yes. */
const late = step('agree', fc.record({ by: pick, at: pick }), async (world, { by, at }) => {
  const waiting = picked(world.waiting, at);
  return waiting ? agree(world, account(world, by), waiting) : nobody;
});

export const staffSteps = [command, command, late];
