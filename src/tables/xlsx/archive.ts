import type { Readable } from 'node:stream';
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { BadTable } from '../fault.js';
import type { TableLimits } from '../limits.js';

/** The parts of a workbook, by their names in the zip file. */
export interface Archive {
  has(part: string): boolean;
  /** The unpacked bytes. Throws `BadTable` for a part that is not there; the stream fails when it holds more than was declared. */
  read(part: string): Promise<Readable>;
}

/** No workbook of ours comes near; each entry costs memory. */
const mostParts = 2_000;

/** Small files may be packed as tightly as they like. */
const harmlessBytes = 8 * 1_024 * 1_024;

/** Looks into a zip file and weighs it by its own list of contents, before anything is unpacked. The file stays open. */
export async function openArchive(fd: number, limits: TableLimits): Promise<Archive> {
  const zip = await fromFdPromise(fd, { autoClose: false }).catch(() => {
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
    has: (part) => parts.has(part),
    read: async (part) => {
      const entry = parts.get(part);
      if (!entry?.canDecodeFileData()) throw new BadTable(entry ? 'file-broken' : 'file-not-table');
      return zip.openReadStreamPromise(entry).catch(() => {
        throw new BadTable('file-broken');
      });
    },
  };
}

async function listParts(zip: ZipFile, limits: TableLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostParts) throw new BadTable('file-unpacks-too-big');
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new BadTable('file-old-or-locked');
    unpacked += entry.uncompressedSize;
    parts.set(entry.fileName, entry);
  }
  const swollen = unpacked > harmlessBytes && unpacked > zip.fileSize * limits.packingRatio;
  if (unpacked > limits.unpackedBytes || swollen) throw new BadTable('file-unpacks-too-big');
  return parts;
}
