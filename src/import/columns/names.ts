/** What a file of members tells, a column each. The name of a column is also the end of its locale key. */
export const requiredColumns = ['insured-code', 'national-id', 'cover-from', 'cover-to'] as const;
export const optionalColumns = ['mobile', 'name'] as const;
export const allColumns = [...requiredColumns, ...optionalColumns] as const;

export type RequiredColumn = (typeof requiredColumns)[number];
export type OptionalColumn = (typeof optionalColumns)[number];
export type Column = RequiredColumn | OptionalColumn;

/** No column of ours: the second half of a name, where a list keeps names in two columns. */
export const lastName = 'last-name';

/** What a column of a file may be known as. */
export type KnownColumn = Column | typeof lastName;
export const knownColumns: readonly KnownColumn[] = [...allColumns, lastName];

/** Where each column stands, from 0. */
export type Places = Readonly<Record<RequiredColumn, number>> &
  Readonly<Partial<Record<OptionalColumn | typeof lastName, number>>>;
