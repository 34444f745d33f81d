import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import type { Asker } from '../../src/chats/address.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour } from '../support/hand-clock.js';
import { asker, pairOf, stranger } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const wrong = { ...pairOf('behrouz'), nationalId: '0010000062' };
const unknown = { ...wrong, insuredCode: '999999' };

onBothDatabases('whoever types a pair', (harness) => {
  const id = () => harness().ids.behrouz;
  const trail = async (reason: AuditReason) => {
    const lines = await harness().manager.findBy(AuditEntry, { event: auditEvent(reason) });
    return lines.map(({ actor, memberId, detail }) => [actor, memberId, JSON.parse(detail) as unknown]);
  };
  const by = ({ chatKey }: Asker) => `chat:${chatKey}`;
  const change = (fields: Partial<Member>) => harness().manager.update(Member, { id: id() }, fields);
  const until = (ms: number) => new Date(harness().clock.now().getTime() + ms);

  it('is in the trail with the member where the code was known, and with nobody where it was not', async () => {
    await harness().identifies(wrong, stranger(1));
    await harness().identifies(unknown, stranger(1));
    await harness().identifies('behrouz', behrouz);
    expect(await trail('no-match')).toEqual([
      [by(stranger(1)), id(), { codeKnown: true }],
      [by(stranger(1)), null, { codeKnown: false }],
    ]);
    expect(await trail('pair-matched')).toEqual([[by(behrouz), id(), {}]]);
  });

  it('has the portal asked about their own account, for the chat that asked, and of nobody else’s', async () => {
    await harness().identifies(wrong, stranger(1));
    const { id: ticketId, memberId } = await harness().ticket('behrouz', behrouz);
    expect(memberId).toBe(id());
    expect(await harness().jobs('portal-account')).toEqual([
      { ticketId, insuredCode: '310002', chatKey: behrouz.chatKey },
    ]);
    expect(ticketId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is in the trail with what was reached where they have to wait', async () => {
    for (let typed = 0; typed < 5; typed += 1) await harness().identifies(unknown, behrouz);
    await harness().identifies('behrouz', behrouz);
    await harness().identifies(unknown, behrouz);
    expect(await trail('too-many-pairs')).toEqual([
      [by(behrouz), id(), { codeKnown: true, cap: 'chat' }],
      [by(behrouz), null, { codeKnown: false, cap: 'chat' }],
    ]);
  });

  it('is refused where there is no period of cover, where they have left, or where one is under way', async () => {
    const kind = async () => (await harness().identifies('behrouz', behrouz)).kind;
    await harness().reserved('behrouz', behrouz);
    expect(await kind()).toBe('under-way');
    expect(await trail('under-way')).toEqual([[by(behrouz), id(), {}]]);
    await change({ leftAt: harness().clock.now() });
    expect(await kind()).toBe('cover-not-active');
    await change({ leftAt: null });
    await harness().manager.delete(Coverage, { memberId: id() });
    expect(await kind()).toBe('cover-not-active');
    const line = [by(behrouz), id(), {}];
    expect(await trail('cover-not-active')).toEqual([line, line]);
  });

  it('is told why the way back is shut, and until when where it opens by itself', async () => {
    const says = () => harness().identifies('behrouz', behrouz);
    await change({ lockedUntil: until(hour), locks: 1 });
    expect(await says()).toMatchObject({ kind: 'locked', until: until(hour).getTime() });
    await change({ lockedUntil: until(9 * day) });
    expect(await says()).toMatchObject({ kind: 'locked', until: until(day).getTime() });
    const { lockedUntil } = await harness().manager.findOneByOrFail(Member, { id: id() });
    expect(lockedUntil).toEqual(until(day));
    expect(await trail('locked')).toEqual([
      [by(behrouz), id(), {}],
      [by(behrouz), id(), {}],
    ]);
    await change({ locks: 2 });
    expect((await says()).kind).toBe('locked-until-staff');
    await change({ closedFor: 'staff-block' });
    expect((await says()).kind).toBe('locked-until-staff');
    expect(await trail('locked-until-staff')).toEqual([
      [by(behrouz), id(), { closedFor: 'second-lock' }],
      [by(behrouz), id(), { closedFor: 'staff-block' }],
    ]);
  });

  it('has used their chat by it where it is bound, and no other', async () => {
    await harness().settleDone(await harness().reserved('behrouz', behrouz));
    await harness().settleDone(await harness().reserved('iraj', asker('iraj')));
    harness().clock.pass(hour);
    await harness().identifies('behrouz', behrouz);
    const chats = await harness().manager.find(BoundChat, { order: { id: 'ASC' } });
    expect(chats.map(({ lastUsedAt }) => lastUsedAt)).toEqual([until(0), until(-hour)]);
  });
});
