/** Why a whole file is refused, or reading it had to stop; each is the key of a sentence. */
export const tableFaultKinds = [
  'file-empty',
  'file-too-big',
  /** Neither text nor a workbook. */
  'file-not-table',
  /** Its name promises one kind, its first bytes are of another. */
  'file-extension-wrong',
  /** Excel before 2007, or a workbook with a password: both look the same from outside. */
  'file-old-or-locked',
  'file-cut-short',
  'file-broken',
  'file-unpacks-too-big',
  'file-encoding-mixed',
  'file-line-too-long',
  'file-quote-open',
  'file-too-many-columns',
  'file-too-many-rows',
] as const;

export type TableFaultKind = (typeof tableFaultKinds)[number];

/** A file that cannot be read to its end. Thrown inside the reader, since it may come at any byte; `readMembers` turns it into a value. */
export class BadTable extends Error {
  constructor(
    readonly kind: TableFaultKind,
    /** Near which line, where that is known. */
    readonly line: number | null = null,
  ) {
    super(kind);
  }
}
