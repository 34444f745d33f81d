const kibi = 1_024;
const mebi = 1_024 * kibi;

/** How much of a file is read before it is refused. Files come from staff, but staff accounts get stolen too. */
export interface TableLimits {
  /** Bytes of the file as it was sent. */
  fileBytes: number;
  /** Bytes of a workbook once unpacked, all its parts together. */
  unpackedBytes: number;
  /** Unpacked bytes for each packed one; sheets of alike rows reach forty, zip bombs a thousand. */
  packingRatio: number;
  /** Characters of one line of text, or between two tags of a sheet; this much is held, whatever the file does. */
  lineCharacters: number;
  /** Columns that are looked at. */
  columns: number;
  /** Rows, with the header. */
  rows: number;
}

export const defaultTableLimits: TableLimits = {
  fileBytes: 128 * mebi,
  unpackedBytes: kibi * mebi,
  packingRatio: 200,
  lineCharacters: 64 * kibi,
  columns: 64,
  rows: 1_048_576,
};
