import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallLog, CallRecord } from './call-log.js';
import type { Fault, FaultSwitches, WireAnswer } from './faults.js';
import type { Messenger } from './messenger.js';
import { findMethod } from './methods/methods.js';
import { type Parameters, readParameters } from './parameters.js';
import { Refusal } from './refusal.js';

type OverHttp = Context<{ Bindings: HttpBindings }>;

/** The Bot API of one messenger over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function botApi(messenger: Messenger, faults: FaultSwitches, log: CallLog) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/file/:bot/*', (c) => download(c, messenger));
  app.all('/:bot/:method', (c) => answerCall(c, messenger, faults, log));
  app.notFound((c) => respond(c, messenger, refused(new Refusal(404, 'Not Found'))));
  return app;
}

async function answerCall(c: OverHttp, messenger: Messenger, faults: FaultSwitches, log: CallLog) {
  const read = await parametersOf(c);
  if (read instanceof Refusal) return respond(c, messenger, refused(read));
  const record = recordOf(c, messenger, read);
  log.add(record);
  try {
    const fault = faults.due(messenger.face.name, record.method);
    if (fault?.kind === 'slow') await pause(fault.ms);
    else if (fault && !(fault.kind === 'reset' && fault.when === 'after')) return failBy(c, fault);
    record.answer = await faults.run(
      { messenger: record.messenger, method: record.method, payload: record.payload },
      () => carryOut(c, messenger, read),
    );
    return fault?.kind === 'reset' ? breakOff(c) : respond(c, messenger, record.answer);
  } finally {
    log.ended(record);
  }
}

async function parametersOf(c: OverHttp): Promise<Parameters | Refusal> {
  try {
    return await readParameters(c.req.raw);
  } catch (error) {
    return error instanceof Refusal ? error : new Refusal(400, "Bad Request: can't parse request");
  }
}

function recordOf(c: OverHttp, { face }: Messenger, parameters: Parameters): CallRecord {
  const named = c.req.param('method') ?? '';
  const method = findMethod(named)?.name ?? named;
  const unknownFields = face.unknownFields(method, {
    ...parameters.fields,
    reply_markup: markupOf(parameters),
  });
  return { messenger: face.name, method, payload: parameters.fields, answer: null, unknownFields };
}

async function carryOut(c: OverHttp, messenger: Messenger, parameters: Parameters): Promise<WireAnswer> {
  try {
    checkToken(c, messenger);
    const method = findMethod(c.req.param('method') ?? '');
    if (!method || messenger.face.lacks.has(method.name.toLowerCase())) throw new Refusal(404, 'Not Found');
    const result = await method.method(messenger, { parameters, signal: c.req.raw.signal });
    return { ok: true, result };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function checkToken(c: OverHttp, { face, tokenRevoked }: Messenger): void {
  if (!tokenRevoked && c.req.param('bot') === `bot${face.bot.token}`) return;
  throw new Refusal(face.refusals.token.code, face.refusals.token.description);
}

function download(c: OverHttp, messenger: Messenger): Response {
  try {
    checkToken(c, messenger);
  } catch (error) {
    if (error instanceof Refusal) return respond(c, messenger, refused(error));
    throw error;
  }
  const path = new URL(c.req.url).pathname.split('/').slice(4).map(decodeURIComponent).join('/');
  const file = messenger.files.at(path);
  if (!file) return respond(c, messenger, refused(new Refusal(404, 'Not Found')));
  return c.body(Uint8Array.from(file.bytes), 200, { 'content-type': file.mime });
}

function failBy(c: OverHttp, fault: Exclude<Fault, { kind: 'slow' }>): Response {
  switch (fault.kind) {
    case 'too-many-requests':
      return answered(
        refused(
          new Refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
            retry_after: fault.retryAfter,
          }),
        ),
      );
    case 'server-error':
      return answered(refused(new Refusal(fault.status ?? 500, 'Internal Server Error')));
    case 'html':
      return new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', {
        status: fault.status ?? 502,
        headers: { 'content-type': 'text/html' },
      });
    case 'reset':
      return breakOff(c);
  }
}

/** The connection breaks without a word. */
function breakOff(c: OverHttp): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function respond(_c: OverHttp, { quirks }: Messenger, answer: WireAnswer): Response {
  if (!answer.ok && quirks.plainTextErrors) {
    return new Response(answer.description, { status: answer.error_code });
  }
  return answered(answer);
}

const answered = (answer: WireAnswer) =>
  Response.json(answer, { status: answer.ok ? 200 : answer.error_code });

const refused = ({ code, message, parameters }: Refusal): WireAnswer => ({
  ok: false,
  error_code: code,
  description: message,
  ...(parameters ? { parameters } : {}),
});

function markupOf(parameters: Parameters): unknown {
  try {
    return parameters.json('reply_markup');
  } catch {
    return undefined;
  }
}
