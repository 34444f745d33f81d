import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A chat in which a right code of this member was once typed; it hears of every later recovery. */
@Entity('bound_chats')
@Index('bound_chats_pair', ['memberId', 'chatKey'], { unique: true })
export class BoundChat {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  memberId!: number;

  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  @Column({ type: 'datetime', precision: 3 })
  boundAt!: Date;
}
