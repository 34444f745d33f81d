import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type InboxState = 'waiting' | 'done' | 'parked';

/** An update from a messenger, or an event from our own house, written down before anything is made of it. */
@Entity('inbox')
@Index('inbox_once', ['source', 'updateId'], { unique: true })
@Index('inbox_due', ['state', 'dueAt'])
@Index('inbox_lane', ['chatKey', 'state'])
@Index('inbox_purge', ['state', 'receivedAt'])
export class InboxEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** `platform:bot` for an update, `event` for an event. */
  @Column({ type: 'varchar', length: 64 })
  source!: string;

  /** The messenger's update id, or the event's own key. */
  @Column({ type: 'varchar', length: 64 })
  updateId!: string;

  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  /** Encrypted JSON; emptied when handled. */
  @Column({ type: 'text' })
  payload!: string;

  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  @Column({ type: 'varchar', length: 8 })
  state!: InboxState;

  /** None when it is written. Told by the writer, since a default of the database would be read back each time. */
  @Column({ type: 'integer' })
  tries!: number;

  @Column({ type: 'datetime', precision: 3 })
  receivedAt!: Date;

  /** Not to be handled before. */
  @Column({ type: 'datetime', precision: 3 })
  dueAt!: Date;

  /** Class and place of the last failure; never what was typed. */
  @Column({ type: 'varchar', length: 255, nullable: true })
  fault!: string | null;

  /** The same in all that follows from one update: made of the update's number, and handed on to events. Null: from no update. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  traceId!: string | null;
}
