import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type StaffRole = 'operator' | 'supervisor' | 'owner';

/** Somebody who works for the insurer. One person, however many accounts they write from. */
@Entity('staff_people')
export class StaffPerson {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  @Column({ type: 'varchar', length: 12 })
  role!: StaffRole;

  /** Whoever leaves stays in the book, since the trail names them. */
  @Column({ type: 'varchar', length: 8 })
  state!: 'active' | 'removed';

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** Since when they have been a supervisor or an owner, without a break; null: they are neither. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  rankedSince!: Date | null;

  /** When that was first seen to lie ahead of the clock; null: it never was. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  rankSeenAhead!: Date | null;

  /** The longest that they were one before, in whole hours. */
  @Column({ type: 'integer', default: 0 })
  rankedHours!: number;
}
