import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '../../../src/words/words.js';

@Entity('chats')
export class Chat {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ type: 'varchar', length: 2 })
  locale!: Locale;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}

@Entity('members')
export class Member {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'varchar', length: 32, unique: true })
  insuredCode!: string;

  @Column({ type: 'varchar', length: 16 })
  nationalId!: string;

  @Column({ type: 'varchar', length: 16, nullable: true })
  mobile!: string | null;

  @Column({ type: 'int', default: 0 })
  wrongCodesInRow!: number;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  lockedUntil!: Date | null;
}

@Entity('coverages')
@Index(['memberId', 'startsOn'], { unique: true })
export class Coverage {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'int' })
  memberId!: number;

  @Column({ type: 'varchar', length: 10 })
  startsOn!: string;

  @Column({ type: 'varchar', length: 10 })
  endsOn!: string;
}

/** How many recoveries of a coverage are used. */
@Entity('tallies')
export class Tally {
  @PrimaryColumn({ type: 'int' })
  coverageId!: number;

  @Column({ type: 'int' })
  used!: number;
}

@Entity('challenges')
@Index(['memberId', 'state'])
@Index(['state', 'expiresAt'])
export class Challenge {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'int' })
  memberId!: number;

  @Column({ type: 'int' })
  coverageId!: number;

  @Column({ type: 'bigint' })
  chatId!: number;

  @Column({ type: 'varchar', length: 16 })
  mobile!: string;

  /** SHA-256 of id and code. */
  @Column({ type: 'char', length: 64 })
  codeHash!: string;

  @Column({ type: 'varchar', length: 12, default: 'open' })
  state!: 'open' | 'spent' | 'failed' | 'abandoned';

  @Column({ type: 'int', default: 0 })
  attempts!: number;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}

/** One event that a limit counts: a text message to a mobile, for a member, from a chat; or a wrong pair. */
@Entity('limit_events')
@Index(['kind', 'subject', 'at'])
@Index(['kind', 'at'])
export class LimitEvent {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: 'mobile' | 'member' | 'chat' | 'wrong-pair';

  @Column({ type: 'varchar', length: 32 })
  subject!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

/** One recovery: taken with the code, done with the portal's answer. */
@Entity('resets')
export class Reset {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'int' })
  memberId!: number;

  @Column({ type: 'varchar', length: 12 })
  state!: 'taken' | 'done' | 'unclear';

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

@Entity('audit_log')
@Index(['memberId', 'at'])
export class AuditLine {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column({ type: 'varchar', length: 32 })
  event!: string;

  @Column({ type: 'bigint' })
  chatId!: number;

  @Column({ type: 'int', nullable: true })
  memberId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

export const tables = [Chat, Member, Coverage, Tally, Challenge, LimitEvent, Reset, AuditLine];
