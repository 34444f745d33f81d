import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Why a chat hears no more: by staff, by whoever writes there, with the number that proved it, or long unused. */
export type ChatEndedFor = 'staff' | 'own' | 'number' | 'unused';

/** A chat in which a right code of this member was once typed; until it ends, it hears of every later recovery. */
@Entity('bound_chats')
@Index('bound_chats_pair', ['memberId', 'chatKey'], { unique: true })
@Index('bound_chats_chat', ['chatKey'])
export class BoundChat {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  memberId!: number;

  @Column({ type: 'varchar', length: 96 })
  chatKey!: string;

  @Column({ type: 'datetime', precision: 3 })
  boundAt!: Date;

  /** Index of the number that the code went to; null: that had been cleared before it was kept. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  provenBy!: string | null;

  /** When the member last showed both numbers there, or typed a right code; null: not since it was bound. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'varchar', length: 8, nullable: true })
  endedFor!: ChatEndedFor | null;
}
