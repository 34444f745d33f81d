import type { RecordCall } from '../chat/services.js';

interface Recording {
  record: RecordCall;
  /** Left out of every call. */
  unknownFields: readonly string[];
  /** Told when a call could not be written down. */
  keepAccident: (error: unknown) => void;
}

/** A client's `fetch` that calls nobody: each call is written down, and answered with a made-up result of the right shape. */
export function recordingFetch({ record, unknownFields, keepAccident }: Recording): typeof fetch {
  return async (url, init) => {
    const method = addressOf(url).split('/').at(-1) ?? '';
    try {
      const unsentId = await record({ method, body: known(init?.body, unknownFields) });
      return answering({ ok: true, result: madeUp(method, unsentId) });
    } catch (error) {
      keepAccident(error);
      throw error;
    }
  };
}

/** The client gives a text. */
const addressOf = (url: string | URL | Request): string => (url instanceof Request ? url.url : String(url));

/** The one question that the client asks of an answer; a whole `Response` costs more than all the rest of a recorded call. */
const answering = (said: object): Response => ({ ok: true, status: 200, json: async () => said }) as Response;

function known(body: unknown, unknownFields: readonly string[]): string {
  if (typeof body !== 'string') throw new TypeError('an upload cannot be recorded: order the file instead');
  const payload = JSON.parse(body) as Record<string, unknown>;
  for (const field of unknownFields) delete payload[field];
  return JSON.stringify(payload);
}

function madeUp(method: string, unsentId: number): unknown {
  const answersWithMessage = /^(send|edit|copy|forward)/.test(method) && method !== 'sendChatAction';
  return answersWithMessage
    ? { message_id: unsentId, date: 0, chat: { id: 0, type: 'private', first_name: '' } }
    : true;
}
