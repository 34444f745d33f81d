import { posix } from 'node:path';
import type { Day } from '../../calendar/day.js';
import { BadTable } from '../fault.js';
import type { Archive } from './archive.js';
import { parseXml, type XmlListener } from './xml.js';

/** What must be known of a workbook before its rows can be read. */
export interface Workbook {
  /** Part that holds the first visible sheet. */
  sheet: string;
  /** Part that holds the texts which cells share, where there is one. */
  sharedTexts: string | null;
  dayZero: Day;
}

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';

/** Excel takes 1900 for a leap year, so days after February of that year count from here; or from 1904, as on old Macs. */
const dayZeros = { usual: '1899-12-30', since1904: '1904-01-01' };

/** Finds the first visible sheet. Throws `BadTable` when the archive is no workbook. */
export async function readWorkbook(archive: Archive, longestText: number): Promise<Workbook> {
  const sheets: { relation: string; isVisible: boolean }[] = [];
  let dayZero = dayZeros.usual;
  await readAll(archive, workbookPart, longestText, (name, attributes) => {
    if (name === 'sheet') {
      sheets.push({ relation: relationOf(attributes), isVisible: !/hidden/i.test(attributes.state ?? '') });
    }
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) dayZero = dayZeros.since1904;
  });
  const relations = await readRelations(archive, longestText);
  const first = sheets.find(({ isVisible }) => isVisible);
  const sheet = relations.find(({ id }) => id === first?.relation)?.part;
  if (!sheet) throw new BadTable('file-not-table');
  const sharedTexts = relations.find(({ type }) => type.endsWith('/sharedStrings'))?.part ?? null;
  return { sheet, sharedTexts, dayZero };
}

/** The attribute is `r:id`, whatever letters stand for the namespace. */
const relationOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

interface Relation {
  id: string;
  type: string;
  part: string;
}

async function readRelations(archive: Archive, longestText: number): Promise<Relation[]> {
  const relations: Relation[] = [];
  await readAll(archive, relationsPart, longestText, (name, { Id = '', Type = '', Target = '' }) => {
    if (name !== 'Relationship') return;
    const part = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target);
    relations.push({ id: Id, type: Type, part });
  });
  return relations;
}

async function readAll(
  archive: Archive,
  part: string,
  longestText: number,
  open: NonNullable<XmlListener['open']>,
): Promise<void> {
  const reading = parseXml(await archive.read(part), { open }, longestText);
  while (!(await reading.next()).done);
}
