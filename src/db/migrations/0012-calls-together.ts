import type { MigrationInterface, QueryRunner, TableColumn } from 'typeorm';
import { addColumns, code, dropColumns, optional, type ColumnDraft } from './table.js';

/** How far a job of several steps has come; and a message that is not sent yet has a longer number than its row had. */
export class CallsTogether1796150000000 implements MigrationInterface {
  readonly name = 'CallsTogether1796150000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await retypeToldIn(runner, 'bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await retypeToldIn(runner, 'integer');
    await dropColumns(runner, columns.toReversed());
  }
}

const columns: readonly ColumnDraft[] = [{ table: 'outbox', ...optional(code('progress', 1024)) }];

/** A small table, so that it may be made anew where the engine can change no column. */
async function retypeToldIn(runner: QueryRunner, type: 'bigint' | 'integer'): Promise<void> {
  const column = (await runner.getTable('import_tasks'))?.findColumnByName('told_in');
  if (!column || column.type === type) return;
  const retyped: TableColumn = column.clone();
  retyped.type = type;
  if (runner.connection.options.type === 'mysql')
    await runner.query(`ALTER TABLE import_tasks MODIFY told_in ${type} NULL`);
  else await runner.changeColumn('import_tasks', column, retyped);
}
