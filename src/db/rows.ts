import { FindOperator, type EntityMetadata, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { changeRows, forUpdate, marks, readRows, type Changed } from './statement.js';
import type { Transaction } from './transaction.js';

/**
 * The hottest statements, on one table and in words of our own: building a query anew costs two or three times what
 * asking it costs. Conditions and values are those of TypeORM, as far as they are needed; any other is an error.
 */

/** A row that holds; null where none does. `lock` holds it until the transaction ends, where the database has locks. */
export async function findRow<Row extends object>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
  { lock = false, last }: { lock?: boolean; last?: keyof Row & string } = {},
): Promise<Row | null> {
  const order = last === undefined ? '' : ` ORDER BY ${tableOf(tx, entity).column(last).name} DESC`;
  const held = lock ? forUpdate(tx) : '';
  const [row] = await read(tx, entity, where, `${order} LIMIT 1${held}`);
  return row ?? null;
}

/** All rows that hold, in no order. */
export const findRows = <Row extends object>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
): Promise<Row[]> => read(tx, entity, where, '');

/** A row that is joined to others under an alias: the columns to ask for, and the row in an answer; null where there is none. */
export interface JoinedRow<Row> {
  columns: string;
  read(raw: Readonly<Record<string, unknown>>): Row | null;
}

export function joinedRow<Row extends object>(
  tx: Transaction,
  entity: new () => Row,
  alias: string,
): JoinedRow<Row> {
  const { columns, read } = tableOf(tx, entity);
  return {
    columns: columns.map(({ name, plain }) => `${alias}.${name} AS ${alias}_${plain}`).join(', '),
    read(raw) {
      const own = Object.fromEntries(columns.map(({ plain }) => [plain, raw[`${alias}_${plain}`]]));
      return Object.values(own).some((value) => value !== null) ? (read(own) as Row) : null;
    },
  };
}

async function read<Row extends object>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
  how: string,
): Promise<Row[]> {
  const table = tableOf(tx, entity);
  const { sql, bound } = conditions(table, where);
  const columns = table.columns.map(({ name }) => name).join(', ');
  const rows = await readRows<Record<string, unknown>>(
    tx,
    `SELECT ${columns} FROM ${table.name} WHERE ${sql}${how}`,
    bound,
  );
  return rows.map((raw) => table.read(raw) as Row);
}

/** Values to set: as they are, or a piece of SQL. */
type Change<Row> = { [Name in keyof Row]?: Row[Name] | (() => string) };

/** Changes the rows that hold, and says how many there were. */
export async function updateRows<Row extends object>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
  change: Change<Row>,
): Promise<Changed> {
  const table = tableOf(tx, entity);
  const [sets, values]: [string[], unknown[]] = [[], []];
  for (const [property, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const column = table.column(property);
    sets.push(`${column.name} = ${typeof value === 'function' ? (value as () => string)() : '?'}`);
    if (typeof value !== 'function') values.push(column.write(value));
  }
  const { sql, bound } = conditions(table, where);
  return changeRows(tx, `UPDATE ${table.name} SET ${sets.join(', ')} WHERE ${sql}`, [...values, ...bound]);
}

/** Enters rows that have the same columns, in their order. */
export async function insertRows<Row extends object>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<Changed> {
  const table = tableOf(tx, entity);
  const columns = Object.keys(rows[0] ?? {}).map((property) => ({ property, ...table.column(property) }));
  const values = rows.flatMap((row) =>
    columns.map(({ property, write }) => write(row[property as keyof Row] ?? null)),
  );
  const places = rows.map(() => `(${marks(columns.length)})`).join(', ');
  return changeRows(
    tx,
    `INSERT INTO ${table.name} (${columns.map(({ name }) => name).join(', ')}) VALUES ${places}`,
    values,
  );
}

interface Column {
  /** As it stands in a statement. */
  name: string;
  /** As it stands in the answer. */
  plain: string;
  /** A value as the database takes it. */
  write: (value: unknown) => unknown;
}

interface Table {
  name: string;
  columns: Column[];
  column: (property: string) => Column;
  read: (raw: Record<string, unknown>) => object;
}

const tables = new WeakMap<EntityMetadata, Table>();

function tableOf({ connection }: Transaction, entity: EntityTarget<object>): Table {
  const metadata = connection.getMetadata(entity);
  const known = tables.get(metadata);
  if (known) return known;
  const { driver } = connection;
  const columnOf = (column: ColumnMetadata): Column => ({
    name: driver.escape(column.databaseName),
    plain: column.databaseName,
    write: (value) => driver.preparePersistentValue(value, column) as unknown,
  });
  const byProperty = new Map(metadata.columns.map((column) => [column.propertyName, columnOf(column)]));
  const table: Table = {
    name: driver.escape(metadata.tableName),
    columns: [...byProperty.values()],
    column(property) {
      const column = byProperty.get(property);
      if (!column) throw new Error(`${metadata.tableName} has no ${property}`);
      return column;
    },
    read: (raw) =>
      Object.fromEntries(
        metadata.columns.map((column) => [
          column.propertyName,
          driver.prepareHydratedValue(raw[column.databaseName], column) as unknown,
        ]),
      ),
  };
  tables.set(metadata, table);
  return table;
}

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  moreThan: '>',
  moreThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

function conditions(table: Table, where: object): { sql: string; bound: unknown[] } {
  const [parts, bound]: [string[], unknown[]] = [[], []];
  for (const [property, condition] of Object.entries(where)) {
    if (condition === undefined) throw new Error(`nothing is asked of ${property}`);
    const { name, write } = table.column(property);
    const { sql, values } = conditionOf(name, condition);
    parts.push(sql);
    bound.push(...values.map(write));
  }
  return { sql: parts.join(' AND '), bound };
}

function conditionOf(name: string, condition: unknown): { sql: string; values: unknown[] } {
  if (condition === null) throw new Error('null is asked for by IsNull()');
  if (!(condition instanceof FindOperator)) return { sql: `${name} = ?`, values: [condition] };
  const { type, child } = condition;
  const value: unknown = condition.value;
  if (type === 'isNull') return { sql: `${name} IS NULL`, values: [] };
  if (type === 'not') {
    const { sql, values } = conditionOf(name, child ?? value);
    return { sql: `NOT (${sql})`, values };
  }
  if (type === 'in' && Array.isArray(value))
    return { sql: value.length > 0 ? `${name} IN (${marks(value.length)})` : '1 = 0', values: value };
  if (type === 'or' && Array.isArray(value)) {
    const sides = value.map((side: unknown) => conditionOf(name, side));
    const sql = `(${sides.map((side) => side.sql).join(' OR ')})`;
    return { sql, values: sides.flatMap(({ values }) => values) };
  }
  if (type === 'between' && Array.isArray(value)) return { sql: `${name} BETWEEN ? AND ?`, values: value };
  const comparison = comparisons[type];
  if (comparison === undefined) throw new Error(`no statement of ours asks for ${type}`);
  return { sql: `${name} ${comparison} ?`, values: [value] };
}
