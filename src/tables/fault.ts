/** Why a whole file is refused, or reading it had to stop; each is the key of a sentence. */
export const tableFaultKinds = [
  'file-empty',
  'file-too-big',
  /** Neither text nor a workbook. */
  'file-not-table',
  /** Excel before 2007. */
  'file-old-excel',
  /** A workbook with a password. */
  'file-locked',
  /** `.xlsb`: a workbook whose parts are no XML. */
  'file-binary-excel',
  /** `.ods` and its like. */
  'file-open-document',
  /** A page of the web, or XML, under the name of a table. */
  'file-web-page',
  'file-cut-short',
  'file-broken',
  'file-unpacks-too-big',
  'file-encoding-mixed',
  'file-line-too-long',
  'file-quote-open',
  'file-too-many-columns',
  'file-too-many-rows',
  /** Nobody but its sender knows which of them is meant. */
  'file-several-sheets',
] as const;

export type TableFaultKind = (typeof tableFaultKinds)[number];

/** A file that cannot be read to its end. Thrown inside the reader, since it may come at any byte; `readMembers` turns it into a value. */
export class BadTable extends Error {
  constructor(
    readonly kind: TableFaultKind,
    /** Near which line, where that is known. */
    readonly line: number | null = null,
    /** The names of the sheets that it is about, where it is about some. */
    readonly sheets: readonly string[] = [],
  ) {
    super(kind);
  }
}
