import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** `mobile-first`: there was none on record. `mobile-cleared`: there is none any more. */
export type IdentityChangeKind = 'mobile-replaced' | 'mobile-first' | 'mobile-cleared' | 'national-id';

/** Somebody is to be told that what a member is known by has changed: the number that is replaced, or a chat of theirs. */
@Entity('identity_notices')
@Index('identity_notices_due', ['toldAt', 'listed', 'id'])
@Index('identity_notices_member', ['memberId', 'toldAt'])
export class IdentityNotice {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  memberId!: number;

  @Column({ type: 'varchar', length: 16 })
  what!: IdentityChangeKind;

  /** The number that is told by SMS, encrypted; null: a chat is told. */
  @Column({ type: 'varchar', length: 255, nullable: true })
  mobile!: string | null;

  @Column({ type: 'varchar', length: 96, nullable: true })
  chatKey!: string | null;

  /** Fingerprint of the key that the number is encrypted under. */
  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  /** 1 when a list brought the change: those wait behind what staff change one by one. */
  @Column({ type: 'integer' })
  listed!: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** Null until it is on its way. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  toldAt!: Date | null;
}
