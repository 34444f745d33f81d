import { read } from 'node:fs';
import { promisify } from 'node:util';

const chunkBytes = 64 * 1_024;
const readSome = promisify(read);

/** The first bytes of an open file, or all of them, however often it is read. Unlike a stream it never closes the file. */
export async function* bytesOf(fd: number, most = Infinity): AsyncGenerator<Buffer> {
  for (let at = 0; at < most;) {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, most - at));
    const { bytesRead } = await readSome(fd, buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
