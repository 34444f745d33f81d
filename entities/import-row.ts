import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MobileSource } from './member.js';

/**
 * What the list says of something on record: `same` also when it says nothing. `contradicts`: it is not what the member
 * registered, and changes that only in a run that is approved for it.
 */
export type ValueChange = 'same' | 'first' | 'other' | 'contradicts';

/** `contradicted`: nothing but a mobile that the member's own registration speaks against. */
export type ImportVerdict = 'new' | 'changed' | 'contradicted' | 'overtaken';

/** A line of a list that would change the book: what is to stand there, and what stood there when it was judged. */
@Entity('import_rows')
export class ImportRow {
  @PrimaryColumn({ type: 'integer' })
  runId!: number;

  @PrimaryColumn({ type: 'integer' })
  line!: number;

  @Column({ type: 'varchar', length: 12 })
  verdict!: ImportVerdict;

  @Column({ type: 'varchar', length: 32 })
  insuredCode!: string;

  /** Encrypted, like every national ID, mobile and name here; under the run's key. */
  @Column({ type: 'varchar', length: 255 })
  nationalId!: string;

  @Column({ type: 'varchar', length: 64 })
  nationalIdIndex!: string;

  @Column({ type: 'varchar', length: 255, nullable: true })
  mobile!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  mobileIndex!: string | null;

  @Column({ type: 'varchar', length: 12 })
  mobileChange!: ValueChange;

  @Column({ type: 'varchar', length: 1024, nullable: true })
  name!: string | null;

  @Column({ type: 'varchar', length: 10 })
  coverFrom!: string;

  @Column({ type: 'varchar', length: 10 })
  coverTo!: string;

  /** Null when the book does not have the member; then all that follows is null. */
  @Column({ type: 'integer', nullable: true })
  memberId!: number | null;

  @Column({ type: 'varchar', length: 255, nullable: true })
  oldNationalId!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  oldNationalIdIndex!: string | null;

  @Column({ type: 'varchar', length: 255, nullable: true })
  oldMobile!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  oldMobileIndex!: string | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  oldMobileSource!: MobileSource | null;

  @Column({ type: 'varchar', length: 1024, nullable: true })
  oldName!: string | null;

  /** Fingerprint of the key that the old values are sealed and indexed under. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  oldKeyId!: string | null;

  /** The first day of the period that the line changes; null when there is none, or when it begins on the same day. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  oldCoverFrom!: string | null;

  /** The last day of the period that the line changes; null when there is none. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  oldCoverTo!: string | null;
}
