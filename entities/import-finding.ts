import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something about one cell of a list that staff should know: its text masked, never whole. */
@Entity('import_findings')
export class ImportFinding {
  @PrimaryColumn({ type: 'integer' })
  runId!: number;

  @PrimaryColumn({ type: 'integer' })
  line!: number;

  /** Its place among the findings of its line, from 0. */
  @PrimaryColumn({ type: 'integer' })
  place!: number;

  /** `fault`: the line is left out for it. `notice`: worth a look. */
  @Column({ type: 'varchar', length: 8 })
  grade!: 'fault' | 'notice';

  /** The column, as the import room names it. */
  @Column({ type: 'varchar', length: 16 })
  cell!: string;

  /** The key of its sentence. */
  @Column({ type: 'varchar', length: 48 })
  reason!: string;

  @Column({ type: 'varchar', length: 32 })
  shown!: string;

  /** The earlier line, where the finding is about two. */
  @Column({ type: 'integer', nullable: true })
  firstLine!: number | null;
}
