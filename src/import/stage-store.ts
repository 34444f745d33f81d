import { ImportFinding } from '../../entities/import-finding.js';
import { ImportRow } from '../../entities/import-row.js';
import type { Member } from '../../entities/member.js';
import { marks, readRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { personalColumns } from '../keys/personal-fields.js';
import type { KnownMember } from './compare.js';
import { databaseNames } from './database-names.js';
import type { Period } from './periods.js';

/** The members as a list is compared with them, and what would change. */
export interface StageStore {
  /** Who is known of these, by insured code. */
  known(insuredCodes: readonly string[]): Promise<ReadonlyMap<string, KnownMember>>;
  keep(rows: readonly ImportRow[]): Promise<void>;
  keepFindings(findings: readonly ImportFinding[]): Promise<void>;
}

export function makeStageStore(tx: Transaction): StageStore {
  return {
    known: async (insuredCodes) => {
      const known = new Map<string, KnownMember & { periods: Period[] }>();
      for (const { insuredCode, startsOn, endsOn, ...member } of await membersWith(tx, [...insuredCodes])) {
        const { periods } = known.get(insuredCode) ?? { periods: [] as Period[] };
        if (startsOn !== null && endsOn !== null) periods.push({ startsOn, endsOn });
        known.set(insuredCode, { ...member, periods });
      }
      return known;
    },

    keep: (rows) => insertBare(tx, ImportRow, rows),
    keepFindings: (findings) => insertBare(tx, ImportFinding, findings),
  };
}

const found = ['id', 'insuredCode', ...personalColumns, 'mobileSource', 'leftAt', 'keyId'] as const;

type FoundMember = Pick<Member, (typeof found)[number]> & { [Day in keyof Period]: Period[Day] | null };

/**
 * A row for each of their periods; one without days for whoever has none. Bare rows in our own words: making entities of
 * a million, or a thousand statements of so many values, costs more than finding them. One statement: asked for the periods of a thousand members alone, MariaDB reads all there are.
 */
function membersWith(tx: Transaction, codes: string[]): Promise<FoundMember[]> {
  if (codes.length === 0) return Promise.resolve([]);
  const names = databaseNames(tx, found);
  const columns = found.map((column, at) => `m.${names[at]} AS "${column}"`).join(', ');
  const query = `
    SELECT ${columns}, c.starts_on AS "startsOn", c.ends_on AS "endsOn"
    FROM members m LEFT JOIN coverages c ON c.member_id = m.id
    WHERE m.insured_code IN (${marks(codes.length)})`;
  return readRows<FoundMember>(tx, query, codes);
}

/** By hand: the query builder takes longer over so many values than the database does. */
async function insertBare<Row extends object>(
  tx: Transaction,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  const { tableName, columns } = tx.connection.getMetadata(entity);
  for (let first = 0; first < rows.length; first += rowsOfStatement) {
    const some = rows.slice(first, first + rowsOfStatement);
    // Of newcomers half of the columns hold nothing, and saying so takes as long as saying something.
    const told = columns.filter(({ propertyName }) =>
      some.some((row) => row[propertyName as keyof Row] !== null),
    );
    const properties = told.map(({ propertyName }) => propertyName as keyof Row);
    const names = told.map(({ databaseName }) => databaseName).join(', ');
    const place = `(${told.map(() => '?').join(', ')})`;
    const values: unknown[] = [];
    for (const row of some) for (const property of properties) values.push(row[property]);
    await tx.query(`INSERT INTO ${tableName} (${names}) VALUES ${some.map(() => place).join(', ')}`, values);
  }
}

/** SQLite takes 32,766 values in one statement. */
const rowsOfStatement = 1_000;
