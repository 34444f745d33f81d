import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number that somebody of staff was asked to type next, after the press of a button. */
@Entity('staff_prompts')
export class StaffPrompt {
  /** The private chat that was asked; one thing at a time. */
  @PrimaryColumn({ type: 'varchar', length: 96 })
  chatKey!: string;

  @Column({ type: 'integer' })
  personId!: number;

  /** For a test message, or as a member's first number. */
  @Column({ type: 'varchar', length: 16 })
  purpose!: 'test-sms' | 'first-mobile';

  /** The member's insured code; empty for a test message. */
  @Column({ type: 'varchar', length: 32 })
  about!: string;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
