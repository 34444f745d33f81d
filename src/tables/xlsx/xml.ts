import { SaxesParser } from 'saxes';
import { BadTable } from '../fault.js';
import type { Archive } from './archive.js';

/** Who hears what an XML document holds; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads an XML document piece by piece, and yields after each, so that what was heard can be handed on.
 * Holds no more than one piece and the text between two tags. Throws `BadTable` for what is not well formed or defines entities.
 */
export async function* parseXml(
  bytes: AsyncIterable<Buffer>,
  listener: XmlListener,
  longestText: number,
): AsyncGenerator<void> {
  const heard = { since: 0 };
  const parser = parserFor(listener, heard);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) {
      heard.since += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (heard.since > longestText + chunk.length) throw new BadTable('file-line-too-long');
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw error instanceof BadTable ? error : new BadTable('file-broken');
  }
}

/** Reads a part that is small, or of which the listener keeps what it needs. */
export async function readWhole(
  archive: Archive,
  part: string,
  listener: XmlListener,
  longestText: number,
): Promise<void> {
  const reading = parseXml(await archive.read(part), listener, longestText);
  while (!(await reading.next()).done);
}

/** `heard.since`: bytes since the last tag, so that an endless text is noticed before it fills the memory. */
function parserFor(listener: XmlListener, heard: { since: number }) {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    heard.since = 0;
    listener.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    heard.since = 0;
    listener.close?.(local(name));
  });
  if (listener.text) parser.on('text', (text) => listener.text?.(text));
  if (listener.text) parser.on('cdata', (text) => listener.text?.(text));
  parser.on('doctype', () => {
    throw new BadTable('file-broken');
  });
  return parser;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
