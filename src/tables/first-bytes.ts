import { fstatSync, readSync } from 'node:fs';
import { BadTable, type TableFaultKind } from './fault.js';

export type FileKind = 'workbook' | 'text';

/** What a file is by its first bytes, whatever its name promises. Throws `BadTable` for what is known and cannot be read. */
export function recognise(fd: number): FileKind {
  const head = Buffer.alloc(headBytes);
  const bytes = head.subarray(0, readSync(fd, head, 0, headBytes, 0));
  if (startsWith(bytes, magic.zip)) return 'workbook';
  if (startsWith(bytes, magic.compound)) throw new BadTable(kindOfCompound(fd));
  if (oldExcels.some((start) => startsWith(bytes, start))) throw new BadTable('file-old-excel');
  const text = bytes.toString('latin1');
  if (openDocument.test(text)) throw new BadTable('file-open-document');
  if (webPage.test(text)) throw new BadTable('file-web-page');
  if (pushedArchive.test(text)) throw new BadTable('file-broken');
  if (otherTable.test(text)) throw new BadTable('file-not-table');
  return 'text';
}

const headBytes = 1_024;

const magic = { zip: '504b0304', compound: 'd0cf11e0a1b11ae1' };
/** Excel 2 to 4, from before the compound files. */
const oldExcels = ['09000400', '09020600', '09040600'];
/** LibreOffice's table as one XML file. */
const openDocument = /^\s*<\?xml[^>]*>\s*<office:document\b/;
/** Many web systems send a page with a table and call it `.xls`; Excel's own XML of 2003 is another. */
const webPage = /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|head|meta|body|table|style|div|\?xml)/i;
/** What a web system printed before the workbook: Excel, too, has to repair it first. */
const pushedArchive = /^(?:\xEF\xBB\xBF|\s)+PK\p{Cc}{2}/u;
/** SYLK, DIF and RTF are text, and no rows. */
const otherTable = /^(?:ID;P|TABLE\r?\n0,1\r?\n|\{\\rtf)/;

const startsWith = (bytes: Buffer, hex: string): boolean => bytes.toString('hex', 0, hex.length / 2) === hex;

/** Compound files name their parts in a directory: that of a workbook with a password holds another one than that of old Excel. */
function kindOfCompound(fd: number): TableFaultKind {
  const names = directoryOf(fd);
  if (names.includes(inUtf16('EncryptedPackage'))) return 'file-locked';
  return names.includes(inUtf16('Workbook')) || names.includes(inUtf16('Book'))
    ? 'file-old-excel'
    : 'file-not-table';
}

const inUtf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');

/** The first sectors of the directory; a file of ours has a dozen entries. */
function directoryOf(fd: number): Buffer {
  const header = Buffer.alloc(512);
  readSync(fd, header, 0, header.length, 0);
  const sectorBytes = 2 ** Math.min(header.readUInt16LE(30), 12);
  const start = (header.readUInt32LE(48) + 1) * sectorBytes;
  const names = Buffer.alloc(64 * 128);
  return start < fstatSync(fd).size ? names.subarray(0, readSync(fd, names, 0, names.length, start)) : header;
}
