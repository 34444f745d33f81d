import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reset that the embedded portal has carried out, by its idempotency key (`PORTAL=local` only). */
@Entity('portal_resets')
export class PortalReset {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  @Column({ type: 'varchar', length: 32 })
  insuredCode!: string;

  /** How often it was asked for; carried out once all the same. */
  @Column({ type: 'integer' })
  calls!: number;
}
