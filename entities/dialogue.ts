import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The open dialogue of one chat: where the conversation waits. Holds what people typed, so it is encrypted and short-lived. */
@Entity('dialogues')
@Index('dialogues_idle', ['idleAt'])
@Index('dialogues_end', ['endsAt'])
export class Dialogue {
  @PrimaryColumn({ type: 'varchar', length: 96 })
  chatKey!: string;

  /** Hash of the dialogue's source; another version cannot be resumed. */
  @Column({ type: 'varchar', length: 16 })
  version!: string;

  /** Encrypted conversation state. */
  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'varchar', length: 16 })
  keyId!: string;

  @Column({ type: 'datetime', precision: 3 })
  startedAt!: Date;

  /** Ends then, unless the member writes before. */
  @Column({ type: 'datetime', precision: 3 })
  idleAt!: Date;

  /** Ends then in any case. */
  @Column({ type: 'datetime', precision: 3 })
  endsAt!: Date;
}
