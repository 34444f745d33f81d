import { afterEach, beforeEach } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import { staffCast, type StaffCastMember } from '../../playground/cast.js';
import { enterStaff, longAgo } from '../../playground/seed.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import type { PlatformName } from '../../src/platforms.js';
import { makePeople } from '../../src/people/people.js';
import { openBotHarness, type BotHarnessOptions, type Visitor } from '../conversations/harness.js';
import type { Role } from '../support/seed-cast.js';

export type StaffHarness = Awaited<ReturnType<typeof openStaffHarness>>;

/** The house with staff in it, all of whom have written to the bot from every messenger. */
export async function openStaffHarness(options: BotHarnessOptions = {}) {
  const harness = await openBotHarness(options);
  const { clock, manager } = harness.heart;
  const numbers = await harness.db.inTransaction((tx) =>
    enterStaff(makePeople({ tx, clock: longAgo(clock) })),
  );
  const colleague = (role: StaffCastMember['role'], platform: PlatformName = 'telegram') =>
    harness.guest(staffCast.find((one) => one.role === role)!.accounts[platform], platform);

  return {
    ...harness,
    numbers,
    colleague,
    /** Somebody of staff whose chats are known to us. */
    async atWork(role: StaffCastMember['role'], platform: PlatformName = 'telegram') {
      const person = colleague(role, platform);
      await person.says('/whoami');
      return person;
    },
    member: (role: Role) => manager.findOneByOrFail(Member, { id: harness.heart.ids[role] }),
    /** Something befalls a member. */
    befalls: (role: Role, change: Partial<Member>) =>
      manager.update(Member, { id: harness.heart.ids[role] }, change),
    /** An owner changes somebody's role, or lets them go. */
    demote: (who: StaffCastMember['role'], to: StaffCastMember['role']) =>
      harness.db.inTransaction((tx) => makePeople({ tx, clock }).setRole(numbers[who], who, to)),
    dismiss: (who: StaffCastMember['role']) =>
      harness.db.inTransaction((tx) => makePeople({ tx, clock }).remove(numbers[who])),
    /** Lines of the trail for one reason. */
    async trail(reason: AuditReason) {
      const rows = await manager.findBy(AuditEntry, { event: auditEvent(reason) });
      return rows.map(({ actor, memberId, detail }) => ({
        ...{ actor, memberId },
        detail: JSON.parse(detail) as Record<string, unknown>,
      }));
    },
  };
}

/** A house with a supervisor and an owner at work in it. */
export async function openTwoAtWork() {
  const harness = await openStaffHarness();
  const shahin = await harness.atWork('supervisor');
  const parvaneh = await harness.atWork('owner');
  return { harness, shahin, parvaneh };
}

/** A house of its own for each test of a file. */
export function harnessForEachTest(options: BotHarnessOptions = {}): () => StaffHarness {
  let harness: StaffHarness;
  beforeEach(async () => {
    harness = await openStaffHarness(options);
  });
  afterEach(() => harness.drop());
  return () => harness;
}

/** Somebody of staff in each of these houses, whose chat is known to us. */
export function atWorkInEach(harness: () => StaffHarness, role: StaffCastMember['role']): () => Visitor {
  let person: Visitor;
  beforeEach(async () => {
    person = await harness().atWork(role);
  });
  return () => person;
}
