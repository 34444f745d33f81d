import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Some of the members that a list names, at fault or not: whoever is known and not among them is absent from it. */
@Entity('import_listed')
export class ImportListed {
  @PrimaryColumn({ type: 'integer' })
  runId!: number;

  /** The first line of those that name them. */
  @PrimaryColumn({ type: 'integer' })
  line!: number;

  /** Their numbers, as JSON. */
  @Column({ type: 'text' })
  memberIds!: string;
}
