import { fstatSync } from 'node:fs';
import { BadTable } from '../fault.js';
import { bytesOf } from '../bytes.js';

/** How text files reach us: saved as UTF-8, by Excel on a Persian Windows, or as Excel's "Unicode text". */
export type Encoding = 'utf-8' | 'windows-1256' | 'utf-16le' | 'utf-16be';

/** Reads the whole file once, since a header in plain Latin tells nothing. Throws `BadTable` for what is no text, or damaged text. */
export async function detectEncoding(fd: number): Promise<Encoding> {
  const tally = { whole: 0, stray: 0, pending: 0 };
  let isFirst = true;
  for await (const chunk of bytesOf(fd)) {
    const wide = isFirst && wideEncodingOf(chunk);
    if (wide) {
      if (fstatSync(fd).size % 2 === 1) throw new BadTable('file-cut-short');
      return wide;
    }
    isFirst = false;
    if (chunk.includes(0)) throw new BadTable('file-not-table');
    countCharacters(chunk, tally);
  }
  if (tally.stray === 0) {
    if (tally.pending > 0) throw new BadTable('file-cut-short');
    return 'utf-8';
  }
  // By chance, a few pairs of Windows-1256 letters are UTF-8 too; so the greater number decides.
  if (tally.whole > tally.stray) throw new BadTable('file-encoding-mixed');
  return 'windows-1256';
}

/** By its mark; or, without one, by where its zeros stand: whatever is Latin in a table, digits above all, has one of its two bytes zero. */
function wideEncodingOf(start: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (wider.some((mark) => start.subarray(0, 4).equals(mark))) throw new BadTable('file-encoding-mixed');
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 4 < start.length / 2 || Math.min(even, odd) * 20 > Math.max(even, odd))
    return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return hasControls(new TextDecoder(encoding).decode(start)) ? null : encoding;
}

/** The marks of four bytes for each character, which hardly any program reads. */
const wider = ['fffe0000', '0000feff'].map((mark) => Buffer.from(mark, 'hex'));

/** No text has control signs but those that lay it out, and the one that old programs end theirs with. */
const hasControls = (text: string): boolean =>
  /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r]/g, '').replaceAll('\u001A', ''));

/** How many characters beyond ASCII are whole ones of UTF-8, how many bytes are strays, and how many bytes are still to come. */
interface Tally {
  whole: number;
  stray: number;
  pending: number;
}

function countCharacters(chunk: Buffer, tally: Tally): void {
  for (const byte of chunk) {
    if (tally.pending > 0) {
      if (isContinuation(byte)) {
        tally.pending -= 1;
        if (tally.pending === 0) tally.whole += 1;
        continue;
      }
      tally.pending = 0;
      tally.stray += 1;
    }
    if (byte < 0x80) continue;
    tally.pending = continuationsAfter(byte);
    if (tally.pending === 0) tally.stray += 1;
  }
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

function continuationsAfter(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}
