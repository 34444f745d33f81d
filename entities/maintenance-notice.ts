import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sign on the door while the house is closed to members. There is one row at most. */
@Entity('closed_signs')
export class MaintenanceNotice {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  /** What members read, as staff wrote it. */
  @Column({ type: 'varchar', length: 300 })
  text!: string;

  @Column({ type: 'datetime', precision: 3 })
  since!: Date;
}
