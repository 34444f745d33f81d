import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the trail. Written with its change; numbered and chained afterwards by the sealer. */
@Entity('audit')
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

  /** Keyed hash over the entry and the hash before it; null until sealed. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  hash!: string | null;
}
