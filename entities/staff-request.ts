import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Something a member asks of staff. `clear-mobile`: the registered number is no longer theirs. `first-mobile`: a first
 * number for staff to confirm. `account-missing`: the portal has no account of theirs.
 */
@Entity('staff_requests')
@Index('staff_requests_open', ['openKey'], { unique: true })
@Index('staff_requests_reference', ['reference'], { unique: true })
export class StaffRequest {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 16 })
  kind!: 'clear-mobile' | 'first-mobile' | 'account-missing';

  @Column({ type: 'integer' })
  memberId!: number;

  /** `kind:member` while open, else null: unique, so that asking twice is one request. */
  @Column({ type: 'varchar', length: 48, nullable: true })
  openKey!: string | null;

  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  @Column({ type: 'varchar', length: 12 })
  reference!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: 'open' | 'granted' | 'refused' | 'withdrawn';

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
