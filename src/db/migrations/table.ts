import {
  Table,
  TableIndex,
  type QueryRunner,
  type TableCheckOptions,
  type TableColumnOptions,
  type TableIndexOptions,
} from 'typeorm';

export interface TableDraft {
  name: string;
  columns: TableColumnOptions[];
  indices?: TableIndexOptions[];
  checks?: TableCheckOptions[];
}

/** Makes the table unless it is there; may be run again after a migration that broke off half-way. */
export async function createTable(runner: QueryRunner, draft: TableDraft): Promise<void> {
  const { name, columns, indices = [], checks = [] } = draft;
  if (runner.connection.options.type !== 'mysql') {
    await runner.createTable(new Table({ name, columns, indices, checks }), true);
    return;
  }
  const table = new Table({ name, columns: columns.map(forMysql), indices, engine: 'InnoDB' });
  await runner.createTable(table, true);
  for (const check of checks) await addCheck(runner, name, check);
}

/** TypeORM leaves CHECKs out on MySQL and MariaDB, which both enforce them. */
async function addCheck(runner: QueryRunner, table: string, check: TableCheckOptions): Promise<void> {
  const there: unknown = await runner.query(
    'SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND constraint_name = ?',
    [check.name],
  );
  if ((there as unknown[]).length > 0) return;
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${check.name} CHECK (${check.expression})`);
}

/** An index on a table that is there already. */
export interface IndexDraft extends TableIndexOptions {
  table: string;
}

/** Makes each unless it is there; may be run again after a migration that broke off half-way. */
export async function createIndices(runner: QueryRunner, drafts: readonly IndexDraft[]): Promise<void> {
  for (const { table, ...draft } of drafts) {
    const there = (await runner.getTable(table))?.indices.some(({ name }) => name === draft.name);
    if (!there) await runner.createIndex(table, new TableIndex(draft));
  }
}

export async function dropIndices(runner: QueryRunner, drafts: readonly IndexDraft[]): Promise<void> {
  for (const { table, name = '' } of drafts) await runner.dropIndex(table, name);
}

/** A column of a table that is there already. */
export interface ColumnDraft extends TableColumnOptions {
  table: string;
}

/** Adds each unless it is there; may be run again after a migration that broke off half-way. By hand: on SQLite TypeORM would make the whole table anew. */
export async function addColumns(runner: QueryRunner, drafts: readonly ColumnDraft[]): Promise<void> {
  for (const { table, ...draft } of drafts) {
    if (!(await runner.hasColumn(table, draft.name)))
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${written(runner, draft)}`);
  }
}

export async function dropColumns(runner: QueryRunner, drafts: readonly ColumnDraft[]): Promise<void> {
  for (const { table, name } of drafts) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${name}`);
}

function written(runner: QueryRunner, draft: TableColumnOptions): string {
  const isMysql = runner.connection.options.type === 'mysql';
  const { name, type, length, precision, charset, collation, isNullable, ...column } = isMysql
    ? forMysql(draft)
    : draft;
  const size = length ?? (isMysql ? precision : null);
  const unless = column.default as string | number | undefined;
  return [
    name,
    size ? `${type}(${size})` : type,
    charset ? `CHARACTER SET ${charset}` : '',
    collation ? `COLLATE ${collation}` : '',
    isNullable ? 'NULL' : 'NOT NULL',
    unless === undefined ? '' : `DEFAULT ${unless}`,
  ].join(' ');
}

/** A growing number, made by the database. */
export const serial = (name: string): TableColumnOptions => ({
  ...whole(name),
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
});
/** A short text of codes and keys: compared byte by byte. */
export const code = (name: string, length: number): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
});
export const whole = (name: string): TableColumnOptions => ({ name, type: 'integer' });
export const instant = (name: string): TableColumnOptions => ({ name, type: 'datetime', precision: 3 });
export const long = (name: string): TableColumnOptions => ({ name, type: 'text' });
export const primary = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });
export const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
export const preset = (column: TableColumnOptions, value: string | number): TableColumnOptions => ({
  ...column,
  default: typeof value === 'string' ? `'${value}'` : value,
});

function forMysql(column: TableColumnOptions): TableColumnOptions {
  if (column.type === 'varchar') return { ...column, charset: 'utf8mb4', collation: 'utf8mb4_bin' };
  if (column.type === 'text')
    return { ...column, type: 'mediumtext', charset: 'utf8mb4', collation: 'utf8mb4_bin' };
  return column;
}
