import { headerWithin, type TableRow } from '../tables/cell.js';
import { findColumns, type HeaderFault, type HeaderNames } from './columns/header.js';
import type { Places } from './columns/names.js';
import type { FileFault } from './reading.js';
import { namesMember } from './swallowed-lines.js';

export type HeaderFound = { ok: true; places: Places } | { ok: false; fault: FileFault };

/** Looks for the row with the names of the columns among the first of a file: above it may stand a title, but no members. */
export function makeHeaderSearch({
  headers,
  insuredCodePattern,
}: {
  headers: HeaderNames;
  insuredCodePattern: RegExp;
}) {
  const above: TableRow[] = [];
  let nearest: { fault: HeaderFault; known: number } = { fault: { kind: 'file-header-missing' }, known: 0 };
  return {
    /** Takes rows off these up to the header, and it with them. */
    look: (rows: TableRow[]): HeaderFound | 'not-yet' => {
      for (let row = rows.shift(); row; row = rows.shift()) {
        const found = findColumns(row.cells, headers);
        if (found.ok) {
          const { places } = found;
          const lost = above.find(({ cells }) => namesMember(cells, places, insuredCodePattern));
          if (!lost) return { ok: true, places };
          return { ok: false, fault: { kind: 'file-header-below', line: row.line } };
        }
        if (found.known > nearest.known) nearest = found;
        above.push(row);
        if (above.length >= headerWithin) return { ok: false, fault: nearest.fault };
      }
      return 'not-yet';
    },
    /** Why no row was taken for the header: what the one that came nearest lacks. */
    fault: (): HeaderFault => nearest.fault,
  };
}
