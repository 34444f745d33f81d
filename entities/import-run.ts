import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * `reading` → `judged` → `applying` → `done` → `closed`, when its rows are gone and it cannot be taken back any more.
 * Taken back: `undoing` → `undone`. Never applied: `refused`.
 */
export type ImportState =
  'reading' | 'judged' | 'applying' | 'done' | 'undoing' | 'undone' | 'refused' | 'closed';

/** One list of members on its way into the book: what it would change, and how far it has come. */
@Entity('import_runs')
@Index('import_runs_reference', ['reference'], { unique: true })
@Index('import_runs_state', ['state', 'touchedAt'])
export class ImportRun {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** What staff quote to have it applied or taken back. */
  @Column({ type: 'varchar', length: 12 })
  reference!: string;

  /** SHA-256 of the file, in hex: the same file, broken off, is gone on with. */
  @Column({ type: 'varchar', length: 64 })
  digest!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: ImportState;

  /** As the trail names people. */
  @Column({ type: 'varchar', length: 112 })
  startedBy!: string;

  @Column({ type: 'varchar', length: 112, nullable: true })
  approvedBy!: string | null;

  /** Keyed hash of a code by which a second person, who has read it in the chat, agrees to a list that was read at a shell. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  consentCode!: string | null;

  @Column({ type: 'varchar', length: 112, nullable: true })
  consentBy!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  consentUntil!: Date | null;

  /** 1 when the list's mobiles are to replace those that members registered themselves. */
  @Column({ type: 'integer', default: 0 })
  overMembersOwn!: number;

  /** Fingerprint of the key that its rows are sealed and indexed under. */
  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  /** The last line whose finding is kept. */
  @Column({ type: 'integer', default: 0 })
  readTo!: number;

  /** The last line that was applied. */
  @Column({ type: 'integer', default: 0 })
  appliedTo!: number;

  /** The last line that was taken back. */
  @Column({ type: 'integer', default: 0 })
  undoneTo!: number;

  /** The sheet of the workbook that was read; null where there are none. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  sheet!: string | null;

  /** Columns of its list, of those we know, that nobody sees who opens the file, with commas between; null: none. */
  @Column({ type: 'varchar', length: 128, nullable: true })
  hiddenColumns!: string | null;

  /** How much of the file has been read, in hundredths. */
  @Column({ type: 'integer', default: 0 })
  percentRead!: number;

  /** Rows that nobody sees who opens the file, as behind a filter. */
  @Column({ type: 'integer', default: 0 })
  hiddenRows!: number;

  /** What was found that leaves nothing out: of each kind how often, and the first; as JSON. Null: nothing. */
  @Column({ type: 'text', nullable: true })
  noticeKinds!: string | null;

  /** Members that the book does not have. */
  @Column({ type: 'integer', default: 0 })
  newcomers!: number;

  /** Members of whom anything changes. */
  @Column({ type: 'integer', default: 0 })
  changed!: number;

  @Column({ type: 'integer', default: 0 })
  unchanged!: number;

  @Column({ type: 'integer', default: 0 })
  faulty!: number;

  /** Of the changed: those with another mobile than before. A first one is not counted. */
  @Column({ type: 'integer', default: 0 })
  mobiles!: number;

  /** Of the changed: those who had no mobile. */
  @Column({ type: 'integer', default: 0 })
  firstMobiles!: number;

  /** Of the changed: those with a new period of cover. */
  @Column({ type: 'integer', default: 0 })
  periods!: number;

  /** Of the changed: those with other days of a period on record. */
  @Column({ type: 'integer', default: 0 })
  movedPeriods!: number;

  /** Of these: those whom it could bring more recoveries than the period on record leaves them. */
  @Column({ type: 'integer', default: 0 })
  givenBack!: number;

  /** Of the changed: those with another national ID. */
  @Column({ type: 'integer', default: 0 })
  nationalIds!: number;

  /** Of the changed: those with another name, or a first one. */
  @Column({ type: 'integer', default: 0 })
  names!: number;

  /** Rows with another mobile than the one that the member registered. */
  @Column({ type: 'integer', default: 0 })
  contradicted!: number;

  /** Lines at fault of which nobody can say whom they name: such a list cannot be taken for everybody. */
  @Column({ type: 'integer', default: 0 })
  unnamed!: number;

  /** 1 when it was counted who is not in it. */
  @Column({ type: 'integer', default: 0 })
  counted!: number;

  /** Members who are not in it. */
  @Column({ type: 'integer', default: 0 })
  absent!: number;

  /** 1 when two persons say that it is everybody: whoever is absent has left. */
  @Column({ type: 'integer', default: 0 })
  whole!: number;

  /** The last of the absent who has left. */
  @Column({ type: 'integer', default: 0 })
  leftTo!: number;

  /** What staff should know of its cells, faults and notices together; the first of them are kept. */
  @Column({ type: 'integer', default: 0 })
  findings!: number;

  /** Rows left out because the member changed between judging and applying. */
  @Column({ type: 'integer', default: 0 })
  overtaken!: number;

  /** Rows that could not be taken back, or not wholly, because of what happened since. */
  @Column({ type: 'integer', default: 0 })
  kept!: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  touchedAt!: Date;
}
