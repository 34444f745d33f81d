import type { MadeFile } from './maker.js';

/** What came of reading a file to its end. */
export type Collected =
  { kind: 'whole'; pieces: Uint8Array[] } | { kind: 'too-large' } | { kind: 'broken-off' };

/** Rows come one by one; they are kept by the piece, and each piece is a step of long work. */
const pieceBytes = 1_024 * 1_024;

/** Reads a file that is being made, up to so many bytes, as long as the job may go on. */
export async function collect(
  content: MadeFile['content'],
  most: number,
  goOn: () => Promise<boolean>,
): Promise<Collected> {
  const pieces: Uint8Array[] = [];
  let [fresh, freshBytes, size]: [Uint8Array[], number, number] = [[], 0, 0];
  for await (const chunk of content) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) return { kind: 'too-large' };
    fresh.push(bytes);
    freshBytes += bytes.length;
    if (freshBytes < pieceBytes) continue;
    pieces.push(Buffer.concat(fresh));
    [fresh, freshBytes] = [[], 0];
    if (!(await goOn())) return { kind: 'broken-off' };
  }
  return { kind: 'whole', pieces: [...pieces, Buffer.concat(fresh)] };
}
