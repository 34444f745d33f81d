import { makeAgent, type AgentOptions, type HttpAgent } from './agent.js';
import { sendRequest, type HttpRequest, type SendLimits, type Silent, type Timeouts } from './send.js';

/** What came of a request. */
export type HttpResult =
  /** `date`: when it was made, by the clock over there; empty where it does not say. */
  { kind: 'answered'; status: number; type: string; date: string; body: string } | Silent;

/** Asks one neighbour. */
export type HttpClient = (request: HttpRequest, timeouts?: Timeouts) => Promise<HttpResult>;

const usualTimeouts: Timeouts = { connectMs: 4_000, answerMs: 10_000 };

/** Longer answers than any that we ask for; a stranger's endless one is cut off. */
const mostBytes = 200_000;

/** With connections of its own; checks certificates. */
export function makeHttpClient(options: AgentOptions = {}): HttpClient {
  const agent = makeAgent(options);
  return (request, timeouts = usualTimeouts) => requestText(agent, request, timeouts, mostBytes);
}

/** Asks once, never throws, and reads the answer as one text. */
export async function requestText(
  agent: HttpAgent,
  request: HttpRequest,
  limits: SendLimits,
  most: number,
): Promise<HttpResult> {
  const answer = { status: 0, type: '', date: '' };
  const pieces: Uint8Array[] = [];
  let size = 0;
  const sent = await sendRequest(agent, request, limits, {
    begin(status, headers) {
      const { 'content-type': type = '', date = '' } = headers;
      Object.assign(answer, { status, type, date });
      return true;
    },
    take(piece) {
      size += piece.length;
      return size <= most && pieces.push(piece) > 0;
    },
  });
  if (sent.kind === 'silent') return sent;
  if (sent.kind === 'enough') return { kind: 'silent', written: true, fault: 'answer too long' };
  return { kind: 'answered', ...answer, body: Buffer.concat(pieces).toString('utf8') };
}

/** A form as it is posted. */
export function form(fields: Readonly<Record<string, string>>): Pick<HttpRequest, 'headers' | 'body'> {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** A body of JSON as it is posted. */
export function jsonBody(value: unknown): Required<Pick<HttpRequest, 'headers' | 'body'>> {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** The answer's JSON; undefined when there is none. */
export function json(answer: HttpResult): unknown {
  try {
    return answer.kind === 'answered' ? JSON.parse(answer.body) : undefined;
  } catch {
    return undefined;
  }
}
