import type { BareLine, Cell } from '../tables/cell.js';
import { insuredCode } from './columns/insured-code.js';
import type { Places } from './columns/names.js';
import { nationalId } from './columns/national-id.js';
import type { JudgedDraft } from './judge-row.js';
import { maskCell } from './mask.js';

/**
 * The lines of a row on several lines, each as faulty, where one of them is a row by itself: a quotation mark that was
 * left open has made one row of many. Null where it has not, as for a name on two lines.
 */
export function swallowedLines(
  lines: readonly BareLine[],
  places: Places,
  insuredCodePattern: RegExp,
): JudgedDraft[] | null {
  const isRow = ({ cells }: BareLine): boolean => namesMember(cells, places, insuredCodePattern);
  if (!lines.slice(1).some(isRow)) return null;
  return lines.map(({ line, cells }) => {
    const cell = cells[places['insured-code']] ?? '';
    const named = insuredCode.parse(cell, { insuredCodePattern });
    const shown = maskCell(cell);
    const fault = { column: 'insured-code', reason: 'import-line-swallowed', shown } as const;
    return { kind: 'faulty', line, insuredCode: named.ok ? named.value : null, faults: [fault] };
  });
}

/** Do these cells name a member, by code and national ID? */
export function namesMember(cells: readonly Cell[], places: Places, insuredCodePattern: RegExp): boolean {
  const at = (column: 'insured-code' | 'national-id'): Cell => cells[places[column]] ?? '';
  return (
    insuredCode.parse(at('insured-code'), { insuredCodePattern }).ok && nationalId.parse(at('national-id')).ok
  );
}
