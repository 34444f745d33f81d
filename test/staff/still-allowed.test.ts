import { describe, expect, it } from 'vitest';
import { StaffApproval } from '../../entities/staff-approval.js';
import { staffCast, type StaffCastMember } from '../../playground/cast.js';
import { chatKey, type Asker } from '../../src/chats/address.js';
import type { Services } from '../../src/app/services.js';
import type { StaffMember } from '../../src/people/people.js';
import { makeActionStore, type ActionStore } from '../../src/staff/action-store.js';
import { mayStill } from '../../src/staff/may-still.js';
import { day, hour } from '../support/hand-clock.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();
const shahin = atWorkInEach(harness, 'supervisor');
const parvaneh = atWorkInEach(harness, 'owner');

const chatOf = (role: StaffCastMember['role']): Asker => {
  const account = String(staffCast.find((one) => one.role === role)!.accounts.telegram);
  return { chatKey: chatKey({ platform: 'telegram', bot: '700001', chat: account }), senderId: account };
};
const within = <T>(work: (services: Services) => Promise<T>): Promise<T> =>
  harness().db.inTransaction((tx) => work(harness().heart.services(tx)));
const mobile = async () => (await harness().member('behrouz')).mobile;
const asks = async (text: string): Promise<StaffApproval> => {
  await shahin().says(text);
  expect(await shahin().press('button-staff-yes')).toEqual(['approval-sent']);
  return harness().heart.manager.findOneByOrFail(StaffApproval, {});
};

describe('what a second person has agreed to', () => {
  it('is not done for an owner who is one no longer, though still of the rank of two', async () => {
    await parvaneh().says('/erase 310005');
    await parvaneh().press('button-staff-yes');
    await harness().demote('owner', 'supervisor');
    expect(await shahin().press('button-approve')).toEqual(['act-overtaken']);
    expect((await harness().member('laleh')).insuredCode).toBe('310005');
  });

  it('is not done for somebody who has left', async () => {
    await asks('/clearmobile 310002');
    await harness().dismiss('supervisor');
    expect(await parvaneh().press('button-approve')).toEqual(['act-overtaken']);
    expect(await mobile()).not.toBeNull();
  });
});

describe('what waits for a second person', () => {
  const put = (id: number, role: StaffCastMember['role'], change: Partial<StaffMember> = {}) =>
    within(async ({ people, staff }) => {
      const by = await people.at(chatOf(role));
      return staff.actions.consult({ ...by!, ...change }, id);
    });
  const decides = (id: number, by: number): Promise<boolean> =>
    harness().db.inTransaction((tx) => {
      const store: ActionStore = makeActionStore(tx);
      return store.decide(id, by, 'approved', harness().clock.now());
    });

  it('is put to one, and neither to whoever asked for it nor to whoever has just come', async () => {
    const { id, askedBy, reference } = await asks('/clearmobile 310002');
    expect(await put(id, 'owner')).toMatchObject({ action: { kind: 'clear-mobile' }, reference });
    expect(await put(id, 'supervisor')).toBeNull();
    expect(await put(id, 'owner', { personId: askedBy })).toBeNull();
    expect(await put(id, 'owner', { rankedSince: harness().clock.now() })).toBeNull();
    expect(await put(id, 'owner', { rankedSince: null })).toBeNull();
    expect(await put(id + 1, 'owner')).toBeNull();
  });

  it('is put to nobody once it is decided, nor when its day is over', async () => {
    const { id, askedBy } = await asks('/clearmobile 310002');
    expect(await decides(id, askedBy + 1_000)).toBe(true);
    expect(await put(id, 'owner')).toBeNull();
    const other = await asks('/grant 310004 1').then(() =>
      harness().heart.manager.findOneByOrFail(StaffApproval, { state: 'open' }),
    );
    harness().clock.pass(day - 1);
    expect(await put(other.id, 'owner')).not.toBeNull();
    harness().clock.pass(1);
    expect(await put(other.id, 'owner')).toBeNull();
  });

  it('is decided by somebody else than who asked, in its day, and once', async () => {
    const { id, askedBy } = await asks('/clearmobile 310002');
    const { owner } = harness().numbers;
    expect(await decides(id, askedBy)).toBe(false);
    harness().clock.pass(day);
    expect(await decides(id, owner)).toBe(false);
    harness().clock.pass(-hour);
    expect([await decides(id, owner), await decides(id, owner)]).toEqual([true, false]);
  });
});

describe('what is done outside a chat for somebody', () => {
  const may = (chat = chatOf('supervisor').chatKey) =>
    within(({ people }) => {
      const whose = { personId: harness().numbers.supervisor, chatKey: chat };
      return mayStill(people, whose, 'supervisor');
    });

  it('is theirs in a chat of their own', async () => {
    expect(await may()).toBe(true);
    expect(await may(chatOf('owner').chatKey)).toBe(false);
  });

  it('is theirs no longer once they are of a lower role', async () => {
    await harness().demote('supervisor', 'operator');
    expect(await may()).toBe(false);
  });

  it('is theirs no longer once they have left', async () => {
    await harness().dismiss('supervisor');
    expect(await may()).toBe(false);
  });
});
