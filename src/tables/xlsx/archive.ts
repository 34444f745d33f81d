import type { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { BadTable } from '../fault.js';
import type { TableLimits } from '../limits.js';
import { endOfArchive, OpenFileReader } from './zip-end.js';

/** The parts of a workbook, by their names in the zip file, in whatever case. */
export interface Archive {
  has(part: string): boolean;
  /** Bytes of the part once unpacked, as the archive says; 0 for none. */
  sizeOf(part: string): number;
  /** The unpacked bytes. Throws `BadTable` for a part that is not there; the stream fails when it holds more than was declared. */
  read(part: string): Promise<Readable>;
}

/** No workbook of ours comes near; each entry costs memory. */
const mostParts = 2_000;

/** Small files may be packed as tightly as they like. */
const harmlessBytes = 8 * 1_024 * 1_024;

/** Looks into a zip file and weighs it by its own list of contents, before anything is unpacked. The file stays open. */
export async function openArchive(fd: number, limits: TableLimits): Promise<Archive> {
  const end = endOfArchive(fd);
  // Names are only looked up, so they need not be such as a disk takes.
  const options = { autoClose: false, decodeStrings: false, lazyEntries: true };
  const zip = await fromRandomAccessReaderPromise(new OpenFileReader(fd), end, options).catch(() => {
    throw new BadTable('file-cut-short');
  });
  try {
    return archiveOf(zip, await listParts(zip, limits));
  } catch (error) {
    throw error instanceof BadTable ? error : new BadTable('file-broken');
  }
}

function archiveOf(zip: ZipFile, parts: ReadonlyMap<string, Entry>): Archive {
  return {
    has: (part) => parts.has(keyOf(part)),
    sizeOf: (part) => parts.get(keyOf(part))?.uncompressedSize ?? 0,
    read: async (part) => {
      const entry = parts.get(keyOf(part));
      if (!entry?.canDecodeFileData()) throw new BadTable(entry ? 'file-broken' : 'file-not-table');
      return zip.openReadStreamPromise(entry).catch(() => {
        throw new BadTable('file-broken');
      });
    },
  };
}

/** Writers differ in case, in slashes, and in whether one stands in front. */
const keyOf = (part: string): string => part.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

async function listParts(zip: ZipFile, limits: TableLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostParts) throw new BadTable('file-unpacks-too-big');
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new BadTable('file-locked');
    unpacked += entry.uncompressedSize;
    const key = keyOf(nameOf(entry));
    // Nobody knows which of two is meant.
    if (parts.has(key)) throw new BadTable('file-broken');
    parts.set(key, entry);
  }
  const swollen = unpacked > harmlessBytes && unpacked > zip.fileSize * limits.packingRatio;
  if (unpacked > limits.unpackedBytes || swollen) throw new BadTable('file-unpacks-too-big');
  return parts;
}

/** Bytes, since nothing was decoded. */
const nameOf = ({ fileName }: { fileName: string | Buffer }): string => fileName.toString();
