import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many recoveries one period of cover has used, of how many. The database refuses one too many. */
@Entity('reset_tallies')
@Check('reset_tallies_within_allowance', 'used >= 0 AND used <= allowance')
export class ResetQuota {
  @PrimaryColumn({ type: 'integer' })
  coverageId!: number;

  @Column({ type: 'integer' })
  memberId!: number;

  @Column({ type: 'integer' })
  used!: number;

  @Column({ type: 'integer' })
  allowance!: number;
}
