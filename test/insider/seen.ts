import { In, MoreThan } from 'typeorm';
import { expect } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Coverage } from '../../entities/coverage.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { Member } from '../../entities/member.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { Hands } from './hands.js';
import { victims, type Victim, type World } from './world.js';

/** What an onlooker sees of the victims at one moment. */
export type Seen = Awaited<ReturnType<typeof see>>;

/** Something that is looked at after every step, by what was seen then. */
export interface Look {
  (now: Seen, victim: Victim, hands: Hands, what: string): void;
}

export async function see({ manager, ids }: World, lastCode: number) {
  const where = { memberId: In(victims.map((victim) => ids[victim])) };
  return {
    members: await manager.findBy(Member, { id: where.memberId }),
    periods: await manager.find(Coverage, { where, order: { startsOn: 'ASC' } }),
    quotas: await manager.findBy(ResetQuota, where),
    resets: await manager.findBy(PasswordReset, where),
    notices: await manager.findBy(IdentityNotice, where),
    chats: await manager.findBy(BoundChat, where),
    codes: await manager.findBy(OutboxEntry, { kind: 'sms-code', id: MoreThan(lastCode) }),
  };
}

/** Those of them that are the victim's. */
export const theirs = <Row extends { memberId: number }>(
  { ids }: World,
  victim: Victim,
  rows: readonly Row[],
): Row[] => rows.filter(({ memberId }) => memberId === ids[victim]);

export const holds = (condition: boolean, said: string): void => expect(condition, said).toBe(true);
