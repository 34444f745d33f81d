import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where this database lay when somebody last saw that it was in order. There is one row at most. */
@Entity('installation')
export class Installation {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  /** What differs when the same rows are put somewhere else: the file, or the moment when this table was made. */
  @Column({ type: 'varchar', length: 64 })
  place!: string;
}
