/** A file that goes out with a call. */
export interface Enclosure {
  /** The parameter that it is. */
  field: string;
  /** Without quotes and line ends. */
  name: string;
  mime: string;
  pieces: readonly Uint8Array[];
}

/** A body whose type says where one part ends and the next begins. */
export interface Multipart {
  type: string;
  bytes: Uint8Array;
}

/**
 * Fields and a file as one body. Not by `FormData`, which ends every line of a text with two characters: a messenger
 * would show them. `boundary` is in small letters and must stand nowhere in them.
 */
export function multipart(
  fields: Readonly<Record<string, string>>,
  { field, name, mime, pieces }: Enclosure,
  boundary: string,
): Multipart {
  const part = (header: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${header}\r\n`;
  const texts = Object.entries(fields).map(([key, text]) => `${part(`name="${key}"`)}\r\n${text}\r\n`);
  const file = `${part(`name="${field}"; filename="${name}"`)}Content-Type: ${mime}\r\n\r\n`;
  const type = `multipart/form-data; boundary=${boundary}`;
  const head = Buffer.from(texts.join('') + file);
  return { type, bytes: Buffer.concat([head, ...pieces, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
}
