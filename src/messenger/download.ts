import { faultOfFetch } from './answer.js';

export interface Fetching {
  /** Bytes that are taken at most. */
  most: number;
  /** Given the file piece by piece, in order. */
  write: (piece: Uint8Array) => void;
  timeoutMs?: number;
}

/** What came of fetching a file. `refused`: it is not there, or not to be had; `silent`: it did not come to its end. */
export type Fetched =
  | { kind: 'ok' }
  | { kind: 'too-large' }
  | { kind: 'refused'; status: number }
  | { kind: 'silent'; fault: string };

/** Slower than any line that a messenger is reached over, for the largest file that it lets a bot have. */
const usualTimeoutMs = 120_000;

/** Takes a file piece by piece, and no more of it than is wanted. The address carries the token, so nothing quotes it. */
export async function download(
  address: string,
  { most, write, timeoutMs = usualTimeoutMs }: Fetching,
): Promise<Fetched> {
  const enough = new AbortController();
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await fetch(address, { redirect: 'error', signal });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { kind: 'refused', status: response.status };
    }
    const declared = Number(response.headers.get('content-length') ?? 0);
    if (declared <= most && (await takeAll(response.body, most, write))) return { kind: 'ok' };
    enough.abort();
    return { kind: 'too-large' };
  } catch (error) {
    return { kind: 'silent', fault: faultOfFetch(error) };
  }
}

/** False when there was more. */
async function takeAll(
  body: AsyncIterable<Uint8Array>,
  most: number,
  write: Fetching['write'],
): Promise<boolean> {
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > most) return false;
    write(piece);
  }
  return true;
}
