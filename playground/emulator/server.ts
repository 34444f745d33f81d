import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { setTimeout as pause } from 'node:timers/promises';
import { refused, stranger, toResponse, troubled } from './answers.js';
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
  app.get('/file/:bot/*', (c) => download(c, messenger, faults));
  app.all('/:bot/:method', (c) => answerCall(c, messenger, faults, log));
  return app;
}

async function answerCall(c: OverHttp, messenger: Messenger, faults: FaultSwitches, log: CallLog) {
  const respond = (answer: WireAnswer) => toResponse(answer, messenger.quirks.plainTextErrors);
  const parameters = await orRefusal(() => readParameters(c.req.raw));
  if (parameters instanceof Refusal) return respond(refused(parameters));
  const record = recordOf(c, messenger, parameters);
  log.add(record);
  try {
    const fault = faults.due(record.messenger, record.method);
    if (fault?.kind === 'slow') await pause(fault.ms);
    else if (fault && !(fault.kind === 'reset' && fault.when === 'after'))
      return fail(c, record, fault, respond);
    record.answer = await faults.run(record, () => carryOut(c, messenger, parameters));
    return fault?.kind === 'reset' ? breakOff(c) : respond(record.answer);
  } finally {
    log.ended(record);
  }
}

/** The call goes wrong before it takes effect. */
function fail(
  c: OverHttp,
  record: CallRecord,
  fault: Exclude<Fault, { kind: 'slow' }>,
  respond: (answer: WireAnswer) => Response,
): Response {
  switch (fault.kind) {
    case 'reset':
      return breakOff(c);
    case 'not-json':
      return stranger(fault);
    case 'too-many-requests':
    case 'server-error':
      record.answer = troubled(fault);
      return respond(record.answer);
  }
}

async function carryOut(c: OverHttp, messenger: Messenger, parameters: Parameters): Promise<WireAnswer> {
  const result = await orRefusal(() => {
    checkToken(c, messenger);
    const found = findMethod(c.req.param('method') ?? '');
    if (!found || messenger.face.lacks.has(found.name.toLowerCase())) throw new Refusal(404, 'Not Found');
    return found.method(messenger, { parameters, signal: c.req.raw.signal });
  });
  return result instanceof Refusal ? refused(result) : { ok: true, result };
}

function recordOf(c: OverHttp, { face }: Messenger, parameters: Parameters): CallRecord {
  const named = c.req.param('method') ?? '';
  const method = findMethod(named)?.name ?? named;
  const unknownFields = face.unknownFields(method, parameters.opened());
  return { messenger: face.name, method, payload: parameters.fields, answer: null, unknownFields };
}

/** A fault of `file` befalls it as one of a method does; whatever it says is said without JSON. */
async function download(c: OverHttp, messenger: Messenger, faults: FaultSwitches): Promise<Response> {
  const fault = faults.due(messenger.face.name, 'file');
  if (fault?.kind === 'reset') return breakOff(c);
  if (fault?.kind === 'slow') await pause(fault.ms);
  else if (fault) return c.text('', fault.kind === 'too-many-requests' ? 429 : 502);
  const file = await orRefusal(() => {
    checkToken(c, messenger);
    const path = c.req.path.split('/').slice(4).map(decodeURIComponent).join('/');
    const stored = messenger.files.at(path);
    if (!stored) throw new Refusal(404, 'Not Found');
    return stored;
  });
  if (file instanceof Refusal) return toResponse(refused(file), messenger.quirks.plainTextErrors);
  return new Response(Uint8Array.from(file.bytes), { headers: { 'content-type': file.mime } });
}

function checkToken(c: OverHttp, { face, tokenRevoked }: Messenger): void {
  if (!tokenRevoked && c.req.param('bot') === `bot${face.bot.token}`) return;
  throw new Refusal(face.refusals.token.code, face.refusals.token.description);
}

/** The connection breaks without a word. */
function breakOff(c: OverHttp): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** A refusal becomes a value; anything else that is thrown is a fault of the emulator, and flies on. */
async function orRefusal<Result>(work: () => Result | Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
