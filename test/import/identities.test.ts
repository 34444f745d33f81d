import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { Member } from '../../entities/member.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { day, hour } from '../support/hand-clock.js';
import { another, openTown, strangers, supervisor, type Line, type Town } from './list-harness.js';

const [sara, behrouz] = strangers(2) as [Line, Line];
const newNumber = '09390000099';

onCleanDatabases('numbers and national IDs in a list', (db) => {
  const memberOf = ({ insuredCode }: Line) =>
    db().dataSource.manager.findOneByOrFail(Member, { insuredCode });

  const trail = async (reason: AuditReason) =>
    (await db().dataSource.manager.findBy(AuditEntry, { event: auditEvent(reason) })).map(
      ({ actor, memberId, detail }) => ({ actor, memberId, ...(JSON.parse(detail) as object) }),
    );

  /** Who is to be told, in clear. */
  const notices = async (town: Town) =>
    (await db().dataSource.manager.find(IdentityNotice, { order: { id: 'ASC' } })).map(
      ({ memberId, what, mobile, chatKey, toldAt }) => ({
        ...{ memberId, what, chatKey, toldAt },
        to: mobile && town.harness.keyring.decrypt('mobile', mobile),
      }),
    );

  it.each([
    ['another mobile', sara, { ...sara, mobile: newNumber }],
    ['another national ID', sara, { ...sara, nationalId: behrouz.nationalId }],
    ['a first mobile for somebody who is known', { ...sara, mobile: '' }, sara],
  ])('are not applied by one person from the first one on: %s', async (_, before, after) => {
    const town = openTown(db());
    await town.enter(before);
    const { run } = await town.judgeLines(after);
    expect(await town.apply(run)).toMatchObject({ kind: 'needs-approval' });
    expect(await town.record(sara.insuredCode)).toMatchObject({ mobile: before.mobile || null });
    expect(await town.runs((runs) => runs.approve(run.id, supervisor, false))).toEqual({
      kind: 'same-person',
    });
    await town.runs((runs) => runs.approve(run.id, another, false));
    expect(await town.apply(run)).toMatchObject({ kind: 'applied', run: { overtaken: 0 } });
  });

  it('of somebody new need nobody else', async () => {
    const town = openTown(db());
    const { run } = await town.judgeLines(sara, behrouz);
    expect(await town.apply(run)).toMatchObject({ kind: 'applied', run: { newcomers: 2, approvedBy: null } });
  });

  it('stand in each member’s own trail: who, what, masked, and by which list', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    const moved = { ...sara, mobile: newNumber, nationalId: behrouz.nationalId };
    const { reference } = await town.enter(moved, { ...behrouz, name: 'بهروز پایدار' });
    const { id: memberId } = await memberOf(sara);
    const whose = { actor: supervisor, memberId, list: reference, approvedBy: another };
    expect(await trail('list-mobile')).toEqual([
      { ...whose, before: expect.stringMatching(/^0\d{3}•+\d\d$/) as string, after: '0939•••••99' },
    ]);
    expect(await trail('list-national-id')).toEqual([
      { ...whose, before: expect.stringMatching(/•/) as string, after: expect.stringMatching(/•/) as string },
    ]);
  });

  it('are told to the number that is replaced and to every chat of the member, and the new number rests', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    const { id: memberId } = await memberOf(sara);
    const chats = ['telegram:700001:1', 'bale:700001:2'];
    for (const chatKey of chats)
      await db().dataSource.manager.insert(BoundChat, { memberId, chatKey, boundAt: town.clock.now() });
    await town.enter({ ...sara, mobile: newNumber }, behrouz);
    const whose = { memberId, what: 'mobile-replaced', toldAt: null };
    expect(await notices(town)).toEqual([
      { ...whose, to: sara.mobile, chatKey: null },
      ...chats.map((chatKey) => ({ ...whose, to: null, chatKey })),
    ]);
    expect((await memberOf(sara)).codesFrom).toEqual(new Date(town.clock.now().getTime() + day));
    expect((await memberOf(behrouz)).codesFrom).toBeNull();
  });

  it('that are put back are told again, to the number that the list had brought', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const run = await town.enter({ ...sara, mobile: newNumber });
    town.clock.pass(hour);
    await town.undo(run);
    expect(await town.record(sara.insuredCode)).toMatchObject({ mobile: sara.mobile });
    expect((await notices(town)).map(({ to }) => to)).toEqual([sara.mobile, newNumber]);
    expect(await trail('list-mobile')).toMatchObject([{ after: '0939•••••99' }, { before: '0939•••••99' }]);
    expect((await memberOf(sara)).codesFrom).toEqual(new Date(town.clock.now().getTime() + day));
  });
});
