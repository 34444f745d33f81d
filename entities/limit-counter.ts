import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One security limit's count within its window. Keys hold keyed hashes, never a number or an ID. */
@Entity('limit_counters')
@Index('limit_counters_window', ['windowEndsAt'])
export class LimitCounter {
  @PrimaryColumn({ type: 'varchar', length: 112 })
  key!: string;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'datetime', precision: 3 })
  windowEndsAt!: Date;
}
