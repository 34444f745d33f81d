import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Where a registered mobile came from: the insurer's file, the sender's own contact card, or typed by hand.
 * `registry`: given in one of the latter ways, and in the member's own name by the operators' register.
 */
export type MobileSource = 'insurer' | 'contact' | 'typed' | 'registry';

/** A principal insured person as the insurer knows them, and the state of their way back into the portal. */
@Entity('members')
@Index('members_insured_code', ['insuredCode'], { unique: true })
@Index('members_national_id_index', ['nationalIdIndex'])
@Index('members_mobile_index', ['mobileIndex'])
export class Member {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 32 })
  insuredCode!: string;

  /** Encrypted. */
  @Column({ type: 'varchar', length: 255 })
  nationalId!: string;

  /** Keyed blind index of the national ID, for look-ups. */
  @Column({ type: 'varchar', length: 64 })
  nationalIdIndex!: string;

  /** Encrypted; null until a number is registered. */
  @Column({ type: 'varchar', length: 255, nullable: true })
  mobile!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  mobileIndex!: string | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  mobileSource!: MobileSource | null;

  /** First and last name as the insurer's list has them, encrypted; null until a list tells it. */
  @Column({ type: 'varchar', length: 1024, nullable: true })
  name!: string | null;

  /** Fingerprint of the key that encrypts and indexes this row. */
  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  /** Wrong codes since the last right one, over all platforms, challenges and chats that are not bound to the member. */
  @Column({ type: 'integer', default: 0 })
  wrongCodesInRow!: number;

  /** Locks since the last right code in such a chat; the second one lasts until staff unlock. */
  @Column({ type: 'integer', default: 0 })
  locks!: number;

  /** The reset path is locked until then, for such chats. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  lockedUntil!: Date | null;

  /** The same three of the chats that are bound to the member. */
  @Column({ type: 'integer', default: 0 })
  boundWrongCodesInRow!: number;

  @Column({ type: 'integer', default: 0 })
  boundLocks!: number;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  boundLockedUntil!: Date | null;

  /** Closed to everybody until staff open it: a staff block, or "this was not me". */
  @Column({ type: 'varchar', length: 16, nullable: true })
  closedFor!: 'staff-block' | 'not-me' | null;

  /** No code goes to a number of theirs before: others have changed it. Null: nobody ever did. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  codesFrom!: Date | null;

  /** Since when the insurer's whole list has them no longer; null: they are there. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  leftAt!: Date | null;

  /** The list by which they have left. */
  @Column({ type: 'integer', nullable: true })
  leftRun!: number | null;

  /** Keyed hash of the insured code of somebody who is forgotten: all that stays of whom it was. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  forgottenCode!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  forgottenAt!: Date | null;

  /** Raised by every change, so that a change can hold the row and name the state it leaves. */
  @Column({ type: 'integer', default: 0 })
  revision!: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
