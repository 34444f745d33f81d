import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type ApprovalState = 'open' | 'approved' | 'refused' | 'overtaken';

/** An action that one person of staff has asked for and another one decides about. */
@Entity('staff_approvals')
@Index('staff_approvals_reference', ['reference'], { unique: true })
export class StaffApproval {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 12 })
  reference!: string;

  @Column({ type: 'integer' })
  askedBy!: number;

  /** JSON of the action. */
  @Column({ name: 'act', type: 'text' })
  action!: string;

  /** What the action would change, as it stood when it was asked for. */
  @Column({ name: 'leaves', type: 'varchar', length: 255 })
  snapshot!: string;

  /** `overtaken`: when it was approved, the world was no longer the one in which it was asked for. */
  @Column({ type: 'varchar', length: 12 })
  state!: ApprovalState;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
