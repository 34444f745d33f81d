import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { person } from '../../playground/cast.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { onBothDatabases } from '../support/both-databases.js';
import { everythingIn } from '../support/everything-in.js';
import { day } from '../support/hand-clock.js';
import { asker } from '../support/reset-harness.js';

const behrouz = person('behrouz');
/** So long after the first day of the clock his cover ends. */
const coverLeft = 265 * day;

onBothDatabases('a member whose cover is over', (harness) => {
  const forgetDue = () => harness().db.inTransaction((tx) => harness().services(tx).forgetLeavers());
  const forgotten = () => harness().manager.findOneByOrFail(Member, { id: harness().ids.behrouz });

  /** Where in the database any of this stands. */
  const placesOf = async (...secrets: string[]): Promise<string[]> => {
    const cells = await everythingIn(harness().db);
    const found = cells.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    return [...new Set(found.map(({ place }) => place))];
  };

  it('is kept as long as the insurer was told, and a day later nothing says who it was', async () => {
    const { clock, manager, ids } = harness();
    await harness().settleDone(await harness().reserved('behrouz'));
    expect(await manager.countBy(BoundChat, { memberId: ids.behrouz })).toBe(1);
    clock.pass(coverLeft + 400 * day);
    await forgetDue();
    expect((await forgotten()).insuredCode).toBe(behrouz.insuredCode);

    clock.pass(2 * day);
    expect(await forgetDue()).toBeGreaterThan(0);
    const { insuredCode, mobile, name, forgottenCode } = await forgotten();
    expect([insuredCode, mobile, name]).toEqual([`-${ids.behrouz}`, null, null]);
    expect(await manager.countBy(BoundChat, { memberId: ids.behrouz })).toBe(0);
    const { mobileOnRecord, nationalId } = behrouz;
    // A job's row has nothing in clear, and is emptied by itself; the trail has the chat's number, sealed with its line.
    expect(await placesOf(behrouz.insuredCode, nationalId, mobileOnRecord!)).toEqual([]);
    expect(await placesOf(harness().keyring.index('mobile', mobileOnRecord!))).toEqual([]);
    expect(await placesOf(harness().keyring.index('national-id', nationalId))).toEqual([]);
    const [reset] = await manager.findBy(PasswordReset, { memberId: ids.behrouz });
    expect(reset).toMatchObject({ state: 'done', insuredCode: forgottenCode!.slice(0, 32) });
    const lines = await manager.findBy(AuditEntry, { event: auditEvent('member-forgotten') });
    expect(lines.find(({ memberId }) => memberId === ids.behrouz)).toMatchObject({ actor: 'system' });
  });

  it('is forgotten once', async () => {
    harness().clock.pass(coverLeft + 402 * day);
    expect(await forgetDue()).toBeGreaterThan(0);
    expect(await forgetDue()).toBe(0);
  });

  it('is not forgotten while a recovery is under way, nor with a period ahead', async () => {
    const { clock, ids } = harness();
    await harness().reserved('behrouz');
    await harness().db.inTransaction((tx) =>
      harness()
        .services(tx)
        .members.put({
          insuredCode: person('iraj').insuredCode,
          nationalId: person('iraj').nationalId,
          mobile: null,
          cover: { from: '2027-02-01', to: '2029-01-01' },
        }),
    );
    clock.pass(coverLeft + 402 * day);
    await forgetDue();
    const left = await harness().manager.findBy(Member, [{ id: ids.behrouz }, { id: ids.iraj }]);
    expect(left.map(({ forgottenAt }) => forgottenAt)).toEqual([null, null]);
  });

  it('may be entered anew under the same code, as somebody new', async () => {
    const { clock } = harness();
    clock.pass(coverLeft + 402 * day);
    await forgetDue();
    const { insuredCode, nationalId } = behrouz;
    const entered = await harness().db.inTransaction((tx) =>
      harness().services(tx).members.put({ insuredCode, nationalId, mobile: null, cover: null }),
    );
    expect(entered.memberId).not.toBe(harness().ids.behrouz);
    expect((await harness().identifies('behrouz', asker('behrouz'))).kind).toBe('cover-not-active');
  });
});
