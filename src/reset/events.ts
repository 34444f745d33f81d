import type { IdentityChangeKind } from '../../entities/identity-notice.js';
import type { ChatEndedFor } from '../../entities/bound-chat.js';
import type { PlatformName } from '../platforms.js';
import type { AccountAnswer, LockAnswer, OwnerAnswer } from './ports.js';

/** Told to a chat that is bound: the number of the bond, for the button that ends it; an older program left it out. */
interface InBoundChat {
  bond?: number;
}

/** What every bound chat but one is told. */
export type Notice = ResetEvent & { kind: 'notice-reset' | 'notice-wrong-codes' };

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
  | ({ kind: 'notice-reset'; at: number; platform: PlatformName; resetId: string } & InBoundChat)
  | ({ kind: 'notice-wrong-codes'; at: number } & InBoundChat)
  /** Staff have ended the bond of this chat, or its number is on record no more. */
  | { kind: 'chat-ended'; tail: string; because: ChatEndedFor }
  /** Others have changed what the member is known by. */
  | { kind: 'notice-identity'; what: IdentityChangeKind; at: number; noticeId: number }
  /** After “this was not me”: what was done at the portal. */
  | ({ kind: 'account-lock'; reference: string } & LockAnswer)
  /** Staff have looked, and nothing was recovered at the portal. */
  | { kind: 'reset-returned'; reference: string };
