import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What staff were told of last, and when: a cause of trouble and whom or what it is about. */
@Entity('alerts')
export class Alert {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  cause!: string;

  /** A provider, a messenger, a job, an insured code; empty where there is only one. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  about!: string;

  /** `on` until it is known to be over; of most troubles nobody learns that they are. */
  @Column({ type: 'varchar', length: 8 })
  state!: 'on' | 'over';

  @Column({ name: 'told_at', type: 'datetime', precision: 3 })
  lastSentAt!: Date;
}
