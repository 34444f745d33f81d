import { closeSync, readSync, writeSync } from 'node:fs';
import { openNameless } from '../nameless.js';

/**
 * Texts by number, kept in a file that dies with the process: a workbook may hold millions of them. In memory stay four bytes for each text and the few blocks last read; Excel numbers texts in the order of their
 * first use, so neighbours are wanted together.
 */
export interface TextStore {
  add(text: string): void;
  /** The text with this number, counted from 0; undefined when there is none. */
  at(index: number): string | undefined;
  close(): void;
}

const blockBytes = 64 * 1_024;
const blocksHeld = 32;

/** The store's file is made in this folder; texts are limited to 4 GiB together. */
export function makeTextStore(folder: string): TextStore {
  const file = openNameless(folder);
  const written = makeWriter(file);
  const blocks = makeBlocks(file);
  return {
    add: written.add,
    at: (index) => {
      const span = written.span(index);
      return span && blocks.read(span.start, span.end).toString('utf8');
    },
    close: () => closeSync(file),
  };
}

/** Appends in blocks, and knows where each text ends. */
function makeWriter(file: number) {
  let ends = new Uint32Array(1_024);
  let count = 0;
  let total = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  const flush = (): void => {
    if (pendingBytes > 0) writeSync(file, Buffer.concat(pending));
    pending = [];
    pendingBytes = 0;
  };
  return {
    add: (text: string): void => {
      const bytes = Buffer.from(text, 'utf8');
      pending.push(bytes);
      pendingBytes += bytes.length;
      total += bytes.length;
      if (count === ends.length) ends = grown(ends);
      ends[count++] = total;
      if (pendingBytes >= blockBytes) flush();
    },
    span: (index: number): { start: number; end: number } | undefined => {
      flush();
      const end = index < count ? ends[index] : undefined;
      return end === undefined ? undefined : { start: ends[index - 1] ?? 0, end };
    },
  };
}

function grown(full: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
}

/** Reads through the few blocks that were wanted last. */
function makeBlocks(file: number) {
  const held = new Map<number, Buffer>();

  const block = (number: number): Buffer => {
    const known = held.get(number);
    if (known) {
      held.delete(number);
      held.set(number, known);
      return known;
    }
    const bytes = Buffer.alloc(blockBytes);
    const fresh = bytes.subarray(0, readSync(file, bytes, 0, blockBytes, number * blockBytes));
    held.set(number, fresh);
    for (const oldest of held.keys()) {
      if (held.size <= blocksHeld) break;
      held.delete(oldest);
    }
    return fresh;
  };
  return {
    read: (start: number, end: number): Buffer => {
      const first = Math.floor(start / blockBytes);
      const last = Math.floor(Math.max(start, end - 1) / blockBytes);
      const from = start - first * blockBytes;
      if (first === last) return block(first).subarray(from, from + end - start);
      const parts = Array.from({ length: last - first + 1 }, (_, next) => block(first + next));
      return Buffer.concat(parts).subarray(from, from + end - start);
    },
  };
}
