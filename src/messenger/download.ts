import type { HttpAgent } from '../http-client/agent.js';
import { sendRequest } from '../http-client/send.js';

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
  agent: HttpAgent,
  url: URL,
  { most, write, timeoutMs = usualTimeoutMs }: Fetching,
): Promise<Fetched> {
  let status = 0;
  let size = 0;
  const sent = await sendRequest(
    agent,
    { method: 'GET', url, headers: { accept: '*/*' } },
    { answerMs: timeoutMs },
    {
      begin(came, { 'content-length': declared = '0' }) {
        status = came;
        return isThere(status) && Number(declared) <= most;
      },
      take(piece) {
        size += piece.length;
        if (size > most) return false;
        write(piece);
        return true;
      },
    },
  );
  if (sent.kind === 'silent') return { kind: 'silent', fault: sent.fault };
  if (leadsElsewhere(status)) return { kind: 'silent', fault: `status ${status}` };
  if (!isThere(status)) return { kind: 'refused', status };
  return sent.kind === 'enough' ? { kind: 'too-large' } : { kind: 'ok' };
}

const isThere = (status: number): boolean => status >= 200 && status < 300;
const leadsElsewhere = (status: number): boolean => status >= 300 && status < 400;
