import type { IdentityChangeKind } from '../../entities/identity-notice.js';
import type { PlatformName } from '../platforms.js';
import type { AccountAnswer, OwnerAnswer } from './ports.js';

/** What a chat is told of a member’s recovery. */
export type ResetEvent =
  | { kind: 'portal-account'; ticketId: string; account: AccountAnswer }
  | { kind: 'mobile-owner'; inquiryId: string; owner: OwnerAnswer }
  | { kind: 'sms-refused'; challengeId: string }
  | { kind: 'sms-another-way'; mobile: string }
  | {
      kind: 'sms-undelivered';
      challengeId: string;
      mobile: string;
      delivery: 'undelivered' | 'blacklisted';
      reference: string;
    }
  | { kind: 'reset-done'; left: number; until: number }
  /** Some time after a recovery nobody has changed the password. */
  | { kind: 'password-still-initial' }
  | { kind: 'reset-kept'; reference: string }
  | { kind: 'reset-given-back'; reference: string }
  | { kind: 'reset-with-staff'; reference: string }
  | { kind: 'notice-reset'; at: number; platform: PlatformName; resetId: string }
  | { kind: 'notice-wrong-codes'; at: number }
  /** Others have changed what the member is known by. */
  | { kind: 'notice-identity'; what: IdentityChangeKind; at: number; noticeId: number }
  /** Staff have looked, and nothing was recovered at the portal. */
  | { kind: 'reset-returned'; reference: string };
