import type { PasswordReset } from '../../entities/password-reset.js';
import { chatKey } from '../../src/chats/address.js';
import type { PlatformName } from '../../src/platforms.js';

/** A row of the ledger, where only this matters; `number` makes it another one than the rest. */
export function ledgerRow(number: number, reservedAt: Date, changes: Partial<PasswordReset> = {}) {
  const id = String(number).padStart(32, '0');
  const platform: PlatformName = number % 3 === 0 ? 'bale' : 'telegram';
  return {
    ...{ id, memberId: number, unsettledMemberId: null, coverageId: 1, challengeId: id },
    ...{ insuredCode: String(400_000 + number), reference: `R${String(number).padStart(7, '0')}` },
    ...{ state: 'done' as const, settledAt: new Date(reservedAt.getTime() + 5_000), nextAskAt: null },
    ...{ chatKey: chatKey({ platform, bot: '700001', chat: String(1_000 + number) }), reservedAt },
    ...{ asks: 0, staffReason: null, reportedAt: null, nextLookAt: null, looks: 0, seenPassword: null },
    ...changes,
  } satisfies PasswordReset;
}
