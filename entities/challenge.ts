import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MobileSource } from './member.js';

export type ChallengeState = 'open' | 'spent' | 'locked' | 'abandoned' | 'expired';

/** One request for a one-time code. The code itself is nowhere: it is derived from the id and a server key. */
@Entity('challenges')
@Index('challenges_open_member', ['openMemberId'], { unique: true })
@Index('challenges_chat', ['chatKey', 'state'])
@Index('challenges_expiry', ['state', 'expiresAt'])
export class Challenge {
  /** 128 random bits in hex. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  /** 0: nobody's, where the pair was wrong and the chat is not to know. */
  @Column({ type: 'integer' })
  memberId!: number;

  /**
   * The member's id while open, else null: unique, so that a member has one open challenge at most. One that is blind
   * has it only from when its code has gone out.
   */
  @Column({ type: 'integer', nullable: true })
  openMemberId!: number | null;

  @Column({ type: 'integer' })
  coverageId!: number;

  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  /** The account that asked; only it may answer. */
  @Column({ type: 'varchar', length: 24 })
  senderId!: string;

  /** The number the code goes to, encrypted. */
  @Column({ type: 'varchar', length: 255 })
  mobile!: string;

  @Column({ type: 'varchar', length: 64 })
  mobileIndex!: string;

  @Column({ type: 'varchar', length: 16 })
  mobileSource!: MobileSource;

  /** Fingerprint of the key that derives the code and encrypts the number. */
  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: ChallengeState;

  /** Keyed hash of the pair that was typed, where the chat is not told whether it was right; null: it is, and it was. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  blindPair!: string | null;

  /** 1: the chat's own contact card has shown the number. */
  @Column({ type: 'integer', default: 0 })
  cardShown!: 0 | 1;

  @Column({ type: 'integer', default: 0 })
  wrongCodes!: number;

  @Column({ type: 'integer', default: 0 })
  sends!: number;

  @Column({ type: 'datetime', precision: 3 })
  lastSentAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
