import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One period of supplementary health cover of one member. Days are Gregorian, in Asia/Tehran, both inclusive. */
@Entity('coverages')
@Index('coverages_member_from', ['memberId', 'startsOn'], { unique: true })
export class Coverage {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  memberId!: number;

  /** `YYYY-MM-DD`. */
  @Column({ type: 'varchar', length: 10 })
  startsOn!: string;

  /** `YYYY-MM-DD`. */
  @Column({ type: 'varchar', length: 10 })
  endsOn!: string;
}
