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
}
