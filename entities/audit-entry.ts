import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the trail. Written with its change; numbered and chained afterwards by the sealer. */
@Entity('audit')
@Index('audit_writer', ['writer', 'number'], { unique: true })
@Index('audit_sequence', ['sequence'], { unique: true })
@Index('audit_reference', ['reference'])
@Index('audit_member', ['memberId'])
@Index('audit_at', ['at'])
export class AuditEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** A name of the OWASP logging vocabulary, then a colon and our own reason: `authn_login_lock:wrong-codes`. */
  @Column({ type: 'varchar', length: 64 })
  event!: string;

  /** Who: `chat:<key>`, `staff:<person>`, `system`. */
  @Column({ type: 'varchar', length: 112 })
  actor!: string;

  @Column({ type: 'integer', nullable: true })
  memberId!: number | null;

  /** What the member was told to quote to support. */
  @Column({ type: 'varchar', length: 12, nullable: true })
  reference!: string | null;

  /** JSON; masked, never a code, a national ID or a whole number. */
  @Column({ type: 'text' })
  detail!: string;

  /** Place in the chain; null until sealed. */
  @Column({ type: 'integer', nullable: true })
  sequence!: number | null;

  /** Keyed hash over the entry and the hash before it; null until sealed, `refused` where the sealer has refused it. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  hash!: string | null;

  /** Which run of which process wrote it; `before` for what a version wrote that signed nothing. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  writer!: string | null;

  /** Counts what this writer has tried to write: what was rolled back leaves its numbers out. */
  @Column({ type: 'integer', nullable: true })
  number!: number | null;

  /** Numbers of this writer that it knows to have been committed before: `3-3,5-9`. */
  @Column({ type: 'text', nullable: true })
  confirms!: string | null;

  /** Keyed hash over all but place and hash, made as it is written. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  mac!: string | null;
}
