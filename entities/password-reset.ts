import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ResetState = 'reserved' | 'unknown' | 'done' | 'given-back';

/** The ledger: one row a recovery, from the moment one of the five is taken until the portal's answer is known. */
@Entity('password_resets')
@Index('password_resets_challenge', ['challengeId'], { unique: true })
@Index('password_resets_unsettled_member', ['unsettledMemberId'], { unique: true })
@Index('password_resets_next_ask', ['state', 'nextAskAt'])
@Index('password_resets_coverage', ['coverageId'])
@Index('password_resets_member', ['memberId'])
@Index('password_resets_reserved', ['reservedAt', 'id'])
@Index('password_resets_next_look', ['nextLookAt'])
export class PasswordReset {
  /** 128 random bits in hex; the idempotency key of the portal call. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  @Column({ type: 'integer' })
  memberId!: number;

  /** The member's id while reserved or unknown, else null: unique, so that no second one can begin meanwhile. */
  @Column({ type: 'integer', nullable: true })
  unsettledMemberId!: number | null;

  @Column({ type: 'integer' })
  coverageId!: number;

  @Column({ type: 'varchar', length: 32 })
  challengeId!: string;

  @Column({ type: 'varchar', length: 32 })
  insuredCode!: string;

  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  @Column({ type: 'varchar', length: 12 })
  reference!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: ResetState;

  @Column({ type: 'datetime', precision: 3 })
  reservedAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  settledAt!: Date | null;

  /** When the portal is to be asked again; null when nobody asks: settled, in hand, or left to staff. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  nextAskAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  asks!: number;

  /** Set when the clock of asking ran out or the portal contradicted us: staff decide. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  staffReason!: 'no-clear-answer' | 'id-of-another-account' | 'missing-after-unknown' | null;

  /** When the portal is to be asked next whether the password is still the initial one; null: not any more, or in hand. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  nextLookAt!: Date | null;

  /** How often it has answered that. */
  @Column({ type: 'integer', default: 0 })
  looks!: number;

  /** What it answered last; null before it was asked. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  seenPassword!: 'initial' | 'changed' | null;

  /** When somebody first said of it that it was not the member; null: nobody has. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  reportedAt!: Date | null;
}
