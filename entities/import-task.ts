import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** MariaDB hands long numbers over as text. */
const wholeNumber = {
  to: (value: number | null): number | null => value,
  from: (value: string | number | null): number | null => (value === null ? null : Number(value)),
};

/** `broken-off`: given up after many tries; what it has done so far stands, and may be gone on with. */
export type ImportTaskState = 'working' | 'over' | 'broken-off';

/** Something that is being done to a list of members for one of staff, outside their chat: it takes minutes. */
@Entity('import_tasks')
@Index('import_tasks_open', ['openKey'], { unique: true })
@Index('import_tasks_run', ['runId'])
@Index('import_tasks_touched', ['touchedAt'])
export class ImportTask {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 8 })
  deed!: 'read' | 'count' | 'apply' | 'undo';

  /** Null until a list that is to be read has arrived. */
  @Column({ type: 'integer', nullable: true })
  runId!: number | null;

  /** The run's number while this is being done to it: one thing at a time. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  openKey!: string | null;

  @Column({ type: 'varchar', length: 12 })
  state!: ImportTaskState;

  @Column({ type: 'integer' })
  personId!: number;

  /** Where its progress and its end are told. */
  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  /** The messenger's name of a file that is to be read. */
  @Column({ type: 'varchar', length: 255, nullable: true })
  fileId!: string | null;

  /** How the file's own name ends, dot included. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  ending!: string | null;

  /** The message with its progress, by the name that it has while it is not sent. */
  @Column({ type: 'bigint', nullable: true, transformer: wholeNumber })
  toldIn!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  touchedAt!: Date;
}
