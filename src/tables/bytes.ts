import { read } from 'node:fs';
import { promisify } from 'node:util';

const chunkBytes = 64 * 1_024;
const readSome = promisify(read);

/** The bytes of an open file from one place to another, however often it is read. Unlike a stream it never closes the file. */
export async function* bytesOf(fd: number, to = Infinity, from = 0): AsyncGenerator<Buffer> {
  for (let at = from; at < to;) {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, to - at));
    const { bytesRead } = await readSome(fd, buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
