import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A private chat with somebody. Its row is also the lease under which one worker handles the chat's updates. */
@Entity('chats')
export class Chat {
  /** `platform:bot:chat`, as `chatKey` in `src/chats/address.ts` makes it. */
  @PrimaryColumn({ type: 'varchar', length: 96 })
  key!: string;

  @Column({ type: 'varchar', length: 8, default: 'fa' })
  locale!: 'fa' | 'en';

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
