import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type SmsPurpose = 'code' | 'notice' | 'test';

/** `doubt`: the provider said nothing usable, and it may have gone out all the same. */
export type SmsState = 'accepted' | 'refused' | 'doubt';

/** What became of it on its way to the phone, as far as anybody has said. */
export type SmsDelivery = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'blacklisted' | 'unknown';

/** One text message and the provider that answered for it: no number, no text and no code. */
@Entity('sms_messages')
@Index('sms_messages_next_ask', ['nextAskAt'])
@Index('sms_messages_provider_id', ['provider', 'providerId'])
@Index('sms_messages_subject', ['subject'])
@Index('sms_messages_sent', ['sentAt'])
export class SmsMessage {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 8 })
  purpose!: SmsPurpose;

  /** What it is about: a challenge of a code, a challenge or recovery of a notice, an asking of a test. */
  @Column({ type: 'varchar', length: 64 })
  subject!: string;

  @Column({ type: 'varchar', length: 16 })
  provider!: string;

  /** The provider's own id of it; null: it gave none. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  providerId!: string | null;

  @Column({ type: 'varchar', length: 12 })
  state!: SmsState;

  @Column({ type: 'varchar', length: 12 })
  delivery!: SmsDelivery;

  /** What a message cost when it was sent; null: it cost nothing, or no price is set. */
  @Column({ type: 'integer', nullable: true })
  priceRials!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  sentAt!: Date;

  /** When the provider was last asked what became of it; null: never. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  askedAt!: Date | null;

  /** When it is to be asked next; null when nobody asks: its end is known, a question is under way, or it is too old. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  nextAskAt!: Date | null;
}
