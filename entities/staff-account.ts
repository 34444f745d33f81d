import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { PlatformName } from '../src/platforms.js';

/** An account of a messenger from which somebody of staff writes. */
@Entity('staff_accounts')
@Index('staff_accounts_once', ['platform', 'account'], { unique: true })
@Index('staff_accounts_person', ['personId'])
export class StaffAccount {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  personId!: number;

  @Column({ type: 'varchar', length: 12 })
  platform!: PlatformName;

  /** The messenger's own number of the account. */
  @Column({ type: 'varchar', length: 24 })
  account!: string;

  /** The private chat in which it last wrote to us; null until then, for a bot cannot begin one. */
  @Column({ type: 'varchar', length: 96, nullable: true })
  chatKey!: string | null;

  /** Since when it is theirs; null: a program wrote it that did not keep that. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  addedAt!: Date | null;

  /** When that was first seen to lie ahead of the clock; null: it never was. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  addedSeenAhead!: Date | null;
}
