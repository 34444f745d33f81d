import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** "Are you sure?", put to one account of staff, and answered by one press of a button. */
@Entity('staff_questions')
@Index('staff_questions_expiry', ['expiresAt'])
export class StaffQuestion {
  /** 96 random bits in hex; the button carries it. */
  @PrimaryColumn({ type: 'varchar', length: 24 })
  token!: string;

  @Column({ type: 'integer' })
  personId!: number;

  /** The private chat of the account that was asked. */
  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  /** JSON of the action that is asked about. */
  @Column({ name: 'act', type: 'text' })
  action!: string;

  /** What the action would change, as it stood when it was asked. */
  @Column({ name: 'leaves', type: 'varchar', length: 255 })
  snapshot!: string;

  /** Set when it asks for the consent of a second person. */
  @Column({ type: 'integer', nullable: true })
  approvalId!: number | null;

  @Column({ type: 'varchar', length: 8 })
  state!: 'open' | 'answered';

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
