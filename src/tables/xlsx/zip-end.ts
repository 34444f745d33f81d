import { fstatSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { bytesOf } from '../bytes.js';
import { BadTable } from '../fault.js';

/** The closing record of a zip file: 22 bytes, and a comment. It stands right behind the list of contents, or behind the two records of a large file. */
const closing = {
  mark: Buffer.from('504b0506', 'hex'),
  bytes: 22,
  listBytes: 12,
  listStart: 16,
  comment: 20,
};
const mostBetween = 76;

/** So far from the end of a file it is looked for: some web systems send the rest of a page behind it. */
const tailBytes = 1_024 * 1_024;

/** Where an archive ends, whatever bytes stand behind it. Throws `BadTable` when it has no end. */
export function endOfArchive(fd: number): number {
  const { size } = fstatSync(fd);
  const start = Math.max(0, size - tailBytes);
  const tail = Buffer.alloc(size - start);
  readSync(fd, tail, 0, tail.length, start);
  for (let at = tail.lastIndexOf(closing.mark); at > 0; at = tail.lastIndexOf(closing.mark, at - 1)) {
    const end = endBy(tail.subarray(at), start + at);
    if (end !== null && end <= size) return end;
  }
  throw new BadTable('file-cut-short');
}

/** Where the archive ends by this record, which stands in this place of the file; null when it is none. */
function endBy(record: Buffer, at: number): number | null {
  if (record.length < closing.bytes) return null;
  const listStart = record.readUInt32LE(closing.listStart);
  const between = at - listStart - record.readUInt32LE(closing.listBytes);
  const isIts = listStart === 0xffffffff || (between >= 0 && between <= mostBetween);
  return isIts ? at + closing.bytes + record.readUInt16LE(closing.comment) : null;
}

/** Reads an open file in any place, and leaves it open. */
export class OpenFileReader extends RandomAccessReader {
  constructor(private readonly fd: number) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(bytesOf(this.fd, end, start), { objectMode: false });
  }
}
