import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** `doubt`: it was in hand when the process died, and repeating it could do it twice. */
export type OutboxState = 'waiting' | 'in-hand' | 'done' | 'failed' | 'doubt' | 'cancelled';

/** Something to be done outside after commit: a bot call, an SMS, a question or request to the portal. */
@Entity('outbox')
@Index('outbox_due', ['state', 'dueAt'])
@Index('outbox_lane', ['lane', 'state'])
@Index('outbox_lease', ['state', 'leaseUntil'])
@Index('outbox_subject', ['subject'])
export class OutboxEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** Which job: the key of its performer. */
  @Column({ type: 'varchar', length: 24 })
  kind!: string;

  /** Entries of one lane go out one after the other, in order; null: no order. */
  @Column({ type: 'varchar', length: 96, nullable: true })
  lane!: string | null;

  /** What it is about, so that it can be found and cancelled: a challenge or ledger id. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  subject!: string | null;

  /** Encrypted JSON; emptied when over. */
  @Column({ type: 'text' })
  payload!: string;

  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: OutboxState;

  /** None when it is written. Told by the writer, since a default of the database would be read back each time. */
  @Column({ type: 'integer' })
  tries!: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  dueAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  leaseUntil!: Date | null;

  /** Who has it in hand: a process's random id. */
  @Column({ type: 'varchar', length: 32, nullable: true })
  holder!: string | null;

  /** The outside's own id for it: a message id, a vendor's id. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  outsideId!: string | null;

  @Column({ type: 'varchar', length: 255, nullable: true })
  fault!: string | null;

  /** How far work of several steps has come, in its handler's own words; kept when it is over. */
  @Column({ type: 'varchar', length: 1024, nullable: true })
  progress!: string | null;

  /** That of the update from which it follows; null where it follows from none. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  traceId!: string | null;
}
