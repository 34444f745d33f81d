import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One of staff has been asked for a list, and may send it in this chat until then. */
@Entity('import_invitations')
@Index('import_invitations_until', ['until'])
export class ImportInvitation {
  @PrimaryColumn({ type: 'varchar', length: 96 })
  chatKey!: string;

  @Column({ type: 'integer' })
  personId!: number;

  @Column({ type: 'datetime', precision: 3 })
  until!: Date;
}
