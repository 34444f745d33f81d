import { Entity, PrimaryColumn } from 'typeorm';

/** A member whom a list does not name: they have left, if the list is everybody. */
@Entity('import_absent')
export class ImportAbsent {
  @PrimaryColumn({ type: 'integer' })
  runId!: number;

  @PrimaryColumn({ type: 'integer' })
  memberId!: number;
}
