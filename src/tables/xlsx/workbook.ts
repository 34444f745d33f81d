import type { DayNumbering } from '../cell.js';
import { BadTable } from '../fault.js';
import type { Archive } from './archive.js';
import { readRelations, targetOf } from './relations.js';
import { readWhole } from './xml.js';

/** A worksheet that whoever opens the workbook sees. */
export interface Worksheet {
  name: string;
  part: string;
}

/** What must be known of a workbook before its rows can be read. */
export interface Workbook {
  /** In their order; never none. */
  sheets: Worksheet[];
  /** Part that holds the texts which cells share, where there is one. */
  sharedTexts: string | null;
  styles: string | null;
  days: DayNumbering;
}

/** Excel takes 1900 for a leap year, so days after February of that year count from here; or from 1904, as on old Macs. */
const dayZeros = { usual: '1899-12-30', since1904: '1904-01-01' };

/** Finds the visible worksheets. Throws `BadTable` when the archive is no workbook, or one of another kind. */
export async function readWorkbook(archive: Archive, longestText: number): Promise<Workbook> {
  if (archive.has('mimetype')) throw new BadTable('file-open-document');
  const main = await mainPartOf(archive, longestText);
  const listed: { name: string; relation: string; isVisible: boolean }[] = [];
  const days: DayNumbering = { zero: dayZeros.usual, isJulian: false };
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'sheet') listed.push(sheetOf(attributes));
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) days.zero = dayZeros.since1904;
    // LibreOffice shows days before October 1582 by the calendar of that time.
    if (name === 'fileVersion') days.isJulian = attributes.appName === 'Calc';
  };
  await readWhole(archive, main, { open }, longestText);
  const relations = await readRelations(archive, main, longestText);
  const sheets = listed.flatMap(({ name, relation, isVisible }) => {
    const target = relations.find(({ id }) => id === relation);
    return isVisible && target?.type === 'worksheet' ? [{ name, part: target.part }] : [];
  });
  if (sheets.length === 0) throw new BadTable('file-not-table');
  const part = (type: string): string | null => {
    const target = targetOf(relations, type);
    return target !== null && archive.has(target) ? target : null;
  };
  return { sheets, sharedTexts: part('sharedStrings'), styles: part('styles'), days };
}

/** As the relations of the whole say, whatever it is called. */
async function mainPartOf(archive: Archive, longestText: number): Promise<string> {
  const main = targetOf(await readRelations(archive, '', longestText), 'officeDocument') ?? usualMain;
  if (main.toLowerCase().endsWith('.bin')) throw new BadTable('file-binary-excel');
  return main;
}

const usualMain = 'xl/workbook.xml';

/** The attribute is `r:id`, whatever letters stand for the namespace. */
const sheetOf = (attributes: Readonly<Record<string, string>>) => ({
  name: attributes.name ?? '',
  relation: Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '',
  isVisible: !/hidden/i.test(attributes.state ?? ''),
});
