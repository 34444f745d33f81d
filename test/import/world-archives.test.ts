import { describe, expect, it } from 'vitest';
import { workbook } from './files.js';
import { rows, all, read, membersIn } from './world-list.js';

describe('a workbook is found in its archive however it was packed', () => {
  const main = (target: string) =>
    `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="${target}"/></Relationships>`;
  const book = '<workbook><sheets><sheet name="1" r:id="a"/></sheets></workbook>';
  const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const relations = (target: string) =>
    `<Relationships><Relationship Id="a" Type="x/worksheet" Target="${target}"/></Relationships>`;
  const none = {
    'xl/workbook.xml': null,
    'xl/_rels/workbook.xml.rels': null,
    'xl/worksheets/sheet1.xml': null,
  };

  it.each<[string, Record<string, string | null>]>([
    [
      'under another name',
      {
        '_rels/.rels': main('xl/workbook2.xml'),
        'xl/workbook2.xml': book,
        'xl/_rels/workbook2.xml.rels': relations('worksheets/s.xml'),
        'xl/worksheets/s.xml': sheet,
      },
    ],
    [
      'in another folder',
      {
        '_rels/.rels': main('/book/main.xml'),
        'book/main.xml': book,
        'book/_rels/main.xml.rels': relations('../sheets/s.xml'),
        'sheets/s.xml': sheet,
      },
    ],
    [
      'in another case',
      {
        '_rels/.rels': main('XL/Workbook.xml'),
        'xl/workbook.XML': book,
        'xl/_rels/Workbook.xml.rels': relations('Worksheets/Sheet1.xml'),
        'xl/worksheets/sheet1.xml': sheet,
      },
    ],
    [
      'without a folder',
      {
        '_rels/.rels': main('workbook.xml'),
        'workbook.xml': book,
        '_rels/workbook.xml.rels': relations('sheet.xml'),
        'sheet.xml': sheet,
      },
    ],
  ])('%s', async (_, parts) => {
    expect(membersIn(await read(await workbook({ others: { ...none, ...parts } })))).toEqual(all);
  });

  it.each([45, 200_000])('with %i bytes of a page behind it', async (length) => {
    const page = Buffer.from('\r\n<!DOCTYPE html>'.padEnd(length, 'PK\x05\x06'));
    const file = Buffer.concat([await workbook({ rows }), page]);
    expect(membersIn(await read(file))).toEqual(all);
  });
});
