import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { chatKey as keyOf } from '../../src/chats/address.js';
import type { ResetDeps } from '../../src/reset/deps.js';
import type { Send } from '../../src/reset/send-limits.js';
import { clearSends, countSends, returnSend, takeSend } from '../../src/reset/sends.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute, second } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';
import { trail } from './trail.js';

const [first, other] = ['09120000071', '09120000072'];

onBothDatabases('what is counted of sends', (harness) => {
  let chats = 0;
  const within = <T>(work: (deps: ResetDeps) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(harness().services(tx).resetDeps));
  const sendOf = (change: Partial<Send>): Send => ({
    ...{ memberId: harness().ids.behrouz, mobile: first, offered: false, purse: 'others' },
    ...{ chatKey: keyOf({ platform: 'telegram', bot: '700001', chat: String((chats += 1)) }), ...change },
  });
  const take = async (change: Partial<Send> = {}): Promise<Send> => {
    const send = sendOf(change);
    expect((await within((deps) => takeSend(deps, send))).kind).toBe('taken');
    harness().clock.pass(10 * minute);
    return send;
  };
  const counts = (purse: Send['purse'], mobile: string | null = first) =>
    within((deps) => countSends(deps, harness().ids.behrouz, mobile, purse));
  const clear = (mobile: string | null = first) =>
    within((deps) => clearSends(deps, harness().ids.behrouz, mobile));

  it('is shown and cleared as the member’s or the number’s, whichever is more, in both purses together', async () => {
    await take();
    await take({ mobile: other });
    await take({ memberId: harness().ids.iraj });
    await take({ memberId: harness().ids.iraj });
    await take({ purse: 'bound' });
    expect([await counts('others'), await counts('others', other), await counts('bound')]).toEqual([3, 2, 1]);
    expect(await counts('others', null)).toBe(2);
    expect(await clear()).toBe(4);
    expect([await counts('others'), await counts('bound'), await clear()]).toEqual([0, 0, 0]);
  });

  it('is the member’s alone where there is no number', async () => {
    await take({ offered: true });
    await take({ offered: true, mobile: other });
    expect(await clear(null)).toBe(2);
  });

  it('holds up nobody any more once it is cleared, in either purse', async () => {
    for (const purse of ['others', 'bound'] as const) {
      const send = sendOf({ purse });
      const taken = () => within((deps) => takeSend(deps, send));
      expect([(await taken()).kind, (await taken()).kind]).toEqual(['taken', 'send-too-soon']);
      await clear();
      expect((await taken()).kind).toBe('taken');
    }
  });

  it('holds up until the last pause is over, be it the member’s or the number’s', async () => {
    const { clock, ids } = harness();
    const taken = (change: Partial<Send>) => within((deps) => takeSend(deps, sendOf(change)));
    await taken({ offered: true });
    clock.pass(30 * second);
    await taken({ offered: true, mobile: other, memberId: ids.iraj });
    const until = clock.now().getTime() + minute;
    clock.pass(second);
    expect(await taken({ offered: true, mobile: other })).toMatchObject({ kind: 'send-too-soon', until });
  });

  it('is given back of a send that was none, with its pause', async () => {
    const send = sendOf({});
    const at = harness().clock.now();
    for (let tried = 0; tried < 9; tried += 1) {
      expect((await within((deps) => takeSend(deps, send))).kind).toBe('taken');
      await within((deps) => returnSend(deps, send, at));
    }
    expect(await counts('others')).toBe(0);
  });
});

onBothDatabases('a code that is asked for again', (harness) => {
  const sara = asker('sara');
  const offered = { number: first, source: 'typed' as const };
  const again = (challengeId: string) => harness().reset((heart) => heart.resend(challengeId, sara));

  it('waits until somebody else’s to the same number is a minute old, and costs nothing by that', async () => {
    const { ids, manager, clock } = harness();
    await manager.update(Member, { id: ids.behrouz }, { mobile: null, mobileIndex: null });
    const { challengeId } = await harness().sent('sara', sara, offered);
    clock.pass(minute);
    await harness().sent('behrouz', asker('behrouz'), offered);
    const resendAt = clock.now().getTime() + minute;
    clock.pass(second);
    for (let tried = 0; tried < 3; tried += 1)
      expect(await again(challengeId)).toEqual({ kind: 'resend-too-early', resendAt });
    expect(await orders(harness(), challengeId)).toEqual([1]);
    clock.pass(resendAt - clock.now().getTime());
    expect(await again(challengeId)).toMatchObject({
      ...{ kind: 'code-sent-again', resendAt: clock.now().getTime() + 2 * minute },
    });
    expect(await orders(harness(), challengeId)).toEqual([1, 2]);
    const line = [`chat:${sara.chatKey}`, ids.sara, { challenge: challengeId }, null];
    expect(await trail(harness(), 'code-sent-again')).toEqual([line]);
  });
});

const orders = async (harness: ResetHarness, challengeId: string): Promise<number[]> =>
  (await harness.jobs('sms-code'))
    .filter((order) => order.challengeId === challengeId)
    .map(({ send }) => send);
