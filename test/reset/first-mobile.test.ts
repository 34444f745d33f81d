import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import { StaffRequest } from '../../entities/staff-request.js';
import { person } from '../../playground/cast.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import { makeMembers } from '../../src/members/members.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import type { OfferedMobile, OwnerAnswer, OwnerOrder } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';

const sara = asker('sara');
const typed: OfferedMobile = { number: person('sara').phone, source: 'typed' };
const most = defaultPolicy.ownerQuestionsPerMemberAndDay;

/** The house, and what is often done in it here. */
const at = (harness: ResetHarness) => ({
  /** A new dialogue, up to what comes of the number that is offered in it. */
  offers: async (mobile: OfferedMobile, role: 'sara' | 'behrouz' = 'sara') => {
    const from = asker(role);
    const ticket = await harness.ticket(role, from);
    return harness.reset((heart) => heart.open(ticket, 'changed', from, mobile));
  },
  questions: () => harness.jobs<OwnerOrder>('mobile-owner'),
  codes: () => harness.jobs('sms-code'),
  trail: async (reason: AuditReason) =>
    (await harness.manager.findBy(AuditEntry, { event: auditEvent(reason) })).map(
      ({ detail, reference }) => ({
        ...(JSON.parse(detail) as object),
        reference,
      }),
    ),
  record: () => harness.manager.findOneByOrFail(Member, { id: harness.ids.sara }),
  requests: async () =>
    (await harness.manager.find(StaffRequest)).map(({ kind, state }) => `${kind} ${state}`),
});

onBothDatabases(
  'a first mobile, where the operators’ register is asked',
  (harness) => {
    const answered = (owner: OwnerAnswer, mobile = typed) => at(harness()).offers({ ...mobile, owner });

    it.each(['typed', 'contact'] as const)('is asked about before a code goes there: %s', async (source) => {
      const opened = await at(harness()).offers({ ...typed, source });
      const [question, ...others] = await at(harness()).questions();
      expect(opened).toEqual({ kind: 'asking-owner', inquiryId: question?.inquiryId });
      expect(question).toMatchObject({ mobile: typed.number, nationalId: person('sara').nationalId });
      expect([others, await at(harness()).codes()]).toEqual([[], []]);
    });

    it('brings the answer to the chat that asked, once', async () => {
      await at(harness()).offers(typed);
      const [question] = await at(harness()).questions();
      const tell = () => harness().settle((results) => results.ownerAnswered(question!, 'match'));
      await tell();
      await tell();
      const { inquiryId } = question!;
      expect(await harness().told(sara)).toEqual([{ kind: 'mobile-owner', inquiryId, owner: 'match' }]);
    });

    it('that is the member’s own is kept as proven by the register', async () => {
      const opened = await answered('match');
      if (opened.kind !== 'code-sent') throw new Error(opened.kind);
      await harness().confirm(opened.challengeId, harness().code(opened.challengeId), sara);
      expect((await at(harness()).record()).mobileSource).toBe('registry');
    });

    it('in another name gets no code: staff are asked, and the trail says so without the number', async () => {
      const opened = await answered('mismatch');
      expect(opened).toMatchObject({ kind: 'mobile-mismatch' });
      expect(await at(harness()).codes()).toEqual([]);
      expect(await at(harness()).requests()).toEqual(['first-mobile open']);
      const { reference } = opened as { reference: string };
      expect(await at(harness()).trail('mobile-mismatch')).toEqual([
        { mobile: '0912•••••01', source: 'typed', reference },
      ]);
    });

    it('of which nothing is known goes on as it would without the register, and the trail says so', async () => {
      expect(await answered('unknown')).toMatchObject({ kind: 'code-sent', known: false });
      expect(await at(harness()).trail('mobile-owner-unknown')).toMatchObject([{ asked: true }]);
    });

    it('is not let pass by a silent register while staff have a request about it', async () => {
      const { reference } = (await answered('mismatch')) as { reference: string };
      expect(await answered('unknown')).toEqual({ kind: 'mobile-by-staff', reference });
      expect(await at(harness()).codes()).toEqual([]);
    });

    it('of a foreign national is not asked about, since the register does not know their codes', async () => {
      const { insuredCode, nationalId } = { ...person('sara'), nationalId: '012345678901' };
      await harness().db.inTransaction((tx) =>
        makeMembers({ tx, ...harness() }).put({ insuredCode, nationalId, mobile: null, cover: null }),
      );
      const found = await harness().reset((heart) => heart.identify({ insuredCode, nationalId }, sara));
      if (found.kind !== 'asking-portal') throw new Error(found.kind);
      const opened = await harness().reset((heart) => heart.open(found.ticket, 'changed', sara, typed));
      expect(opened).toMatchObject({ kind: 'code-sent' });
      expect(await at(harness()).questions()).toEqual([]);
      expect(await at(harness()).trail('mobile-owner-unknown')).toMatchObject([{ asked: false }]);
    });

    it('is asked about a few times a day; after that it is left to staff, whatever would be answered', async () => {
      for (let nth = 0; nth < most; nth += 1)
        expect(await at(harness()).offers(typed)).toMatchObject({ kind: 'asking-owner' });
      expect(await at(harness()).offers(typed)).toMatchObject({ kind: 'mobile-by-staff' });
      expect(await at(harness()).questions()).toHaveLength(most);
      harness().clock.pass(day);
      expect(await at(harness()).offers(typed)).toMatchObject({ kind: 'asking-owner' });
    });

    it('that comes right the second time needs no staff any more', async () => {
      await answered('mismatch');
      const opened = await answered('match');
      if (opened.kind !== 'code-sent') throw new Error(opened.kind);
      await harness().confirm(opened.challengeId, harness().code(opened.challengeId), sara);
      expect(await at(harness()).requests()).toEqual(['first-mobile withdrawn']);
      expect((await harness().told(sara)).map(({ kind }) => kind)).not.toContain('request-granted');
    });

    it('is the only one that is asked about: a number on record is not', async () => {
      expect(await at(harness()).offers(typed, 'behrouz')).toMatchObject({ kind: 'code-sent', known: true });
      expect(await at(harness()).questions()).toEqual([]);
    });
  },
  { asksOwner: true },
);

onBothDatabases(
  'a first mobile that must be a card',
  (harness) => {
    it('is not asked about before it is one', async () => {
      expect(await at(harness()).offers(typed)).toEqual({ kind: 'mobile-not-proven' });
      expect(await at(harness()).questions()).toEqual([]);
      expect(await at(harness()).offers({ ...typed, source: 'contact' })).toMatchObject({
        kind: 'asking-owner',
      });
    });
  },
  { asksOwner: true, firstMobile: 'contact' },
);

describe('without the register', () => {
  it('nobody is asked: it is off by default', () => {
    expect(defaultPolicy.asksOwner).toBe(false);
  });
});
