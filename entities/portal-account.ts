import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The embedded portal's account (`PORTAL=local` only: playground and tests). */
@Entity('portal_accounts')
export class PortalAccount {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  insuredCode!: string;

  /** scrypt, salted: what signing in is checked against. */
  @Column({ type: 'varchar', length: 255 })
  passwordHash!: string;

  /** scrypt, salted: what a reset puts back. */
  @Column({ type: 'varchar', length: 255 })
  initialHash!: string;

  @Column({ type: 'varchar', length: 8 })
  password!: 'initial' | 'changed';
}
