import fc from 'fast-check';
import type { WantedAction } from '../../src/staff/action.js';
import { accountsOf, pair, pick, picked, step, type Pair } from './steps.js';
import { act, type World } from './world.js';

const rank = fc.constantFrom('operator' as const, 'supervisor' as const, 'owner' as const);

/** An account that nobody of staff has yet. */
const freshAccount = ({ accounts }: World): string => String(5_000 + accounts.length);

const asks = (name: string, what: (world: World, given: Given) => WantedAction) =>
  step(name, fc.record({ ...pair, at: pick, role: rank }), (world, given) => {
    const [one, other] = accountsOf(world, given);
    return act(world, one, what(world, given), other);
  });

interface Given extends Pair {
  at: number;
  role: 'operator' | 'supervisor' | 'owner';
}

/** Somebody is let in. */
const hire = asks('hire', (world, { role }) => ({
  ...{ kind: 'add', platform: 'telegram', account: freshAccount(world) },
  ...{ name: 'نورسیده', role },
}));

/** Somebody who was sent away, or who is here, is let in. */
const hireAgain = asks('hire again', ({ accounts }, { at, role }) => ({
  ...{ kind: 'add', platform: 'telegram', account: picked(accounts, at)!.asker.senderId },
  ...{ name: 'بازآمده', role },
}));

/** A colleague gets one more account. */
const link = asks('link', (world, { at }) => ({
  ...{ kind: 'link', platform: 'telegram', account: freshAccount(world) },
  ...{ personId: picked(world.accounts, at)!.personId, name: '' },
}));

const role = asks('role', ({ accounts }, { at, role: to }) => ({
  ...{ kind: 'role', personId: picked(accounts, at)!.personId, name: '', role: to },
}));

const remove = asks('remove', ({ accounts }, { at }) => ({
  ...{ kind: 'remove', personId: picked(accounts, at)!.personId, name: '' },
}));

export const peopleSteps = [hire, hire, hireAgain, link, link, role, role, remove];
