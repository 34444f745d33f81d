import { createReadStream } from 'node:fs';

/** The bytes of an open file from its beginning, however often it is read; `bytes`: about so many of them. */
export const bytesOf = (fd: number, bytes = Infinity): AsyncIterable<Buffer> =>
  createReadStream('', { fd, start: 0, end: bytes, autoClose: false });
