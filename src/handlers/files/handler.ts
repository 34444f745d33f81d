import type { Audit } from '../../audit/audit.js';
import type { Capabilities } from '../../chat/platform.js';
import { chatAddress } from '../../chats/address.js';
import type { TransactionRunner, Transaction } from '../../db/transaction.js';
import { multipart } from '../../messenger/multipart.js';
import type { Tell } from '../../chats/tell.js';
import type { DocumentTrouble } from '../../staff/documents.js';
import { mayStill } from '../../staff/may-still.js';
import type { People } from '../../people/people.js';
import { collect } from './collect.js';
import type { FileMaker, FileMakers, MadeFile, MadeText } from './maker.js';
import { fileKind, type FileJob } from './enqueue.js';
import type { JobOutcome, JobHandler } from '../../outbox/handler.js';
import { outcomeOf } from '../messenger/result.js';
import { applyRetryAfter, type RetryAfterParts } from '../messenger/retry-after.js';
import type { StaffEvent } from '../../staff/events.js';

export interface FileParts extends RetryAfterParts {
  capabilities: Pick<Capabilities, 'largestUpload' | 'unknownFields'>;
  makers: FileMakers;
  inTransaction: TransactionRunner;
  services: (tx: Transaction) => { chats: Tell<StaffEvent>; people: People; audit: Audit };
}

type Result = 'sent' | DocumentTrouble;

/** Less than any line that a messenger is reached over. */
const slowestBytesPerSecond = 256 * 1_024;
const shortestTimeoutMs = 30_000;

/** Makes a file for somebody of staff and sends it. Made anew for each try: at the worst, a document comes twice. */
export function makeFileHandler(parts: FileParts): JobHandler<FileJob, Result> {
  const { messenger, capabilities, inTransaction } = parts;
  const may = (job: FileJob, least: FileMaker<never>['least']) =>
    inTransaction((tx) => mayStill(parts.services(tx).people, job, least));
  return {
    kind: fileKind(messenger.platform),
    // A file is held whole while it is sent.
    concurrency: 2,
    waitsOutside: false,
    // Half of it, which is left at least when all is made, is longer than the largest file takes to be sent.
    leaseMs: 8 * 60_000,
    // With the back-off, about five minutes.
    tries: 10,
    onWorkerDeath: 'retry',
    async run(job, { renewLease }) {
      const maker = parts.makers[job.order.what] as FileMaker<unknown> | undefined;
      if (!maker) return { kind: 'failed', fault: 'nobody makes such a file' };
      if (!(await may(job, maker.least))) return refused;
      const file = await maker.make(job.order, job.locale);
      if (!file) return { kind: 'done', result: 'nothing' };
      if (file.as === 'message') return say(parts, job, file);
      const collected = await collect(file.content, capabilities.largestUpload[file.as], renewLease);
      if (collected.kind === 'too-large') return tooLarge;
      if (collected.kind === 'broken-off') return { kind: 'retry', fault: 'broken off while it was made' };
      // Making it may have taken a while.
      if (!(await may(job, maker.least))) return refused;
      return send(parts, job, file, collected.pieces);
    },
    async onResult(tx, job, result) {
      if (result !== 'sent') await tellTrouble(tx, job, result);
      const { chatKey, id, order } = job;
      if (order.what !== 'findings' || !order.asks) return;
      const event = { kind: 'staff-list-question', runId: order.runId } as const;
      await parts.services(tx).chats.tell(chatKey, event, `file:${id}:question`);
    },
    onExhausted: () => 'not-sent',
  };

  async function tellTrouble(tx: Transaction, job: FileJob, result: DocumentTrouble): Promise<void> {
    const { chatKey, id, personId, order } = job;
    const { chats, audit } = parts.services(tx);
    if (result === 'not-allowed') {
      const detail = { platform: messenger.platform, file: order.what };
      const actor = `staff:${personId}`;
      await audit.write({ reason: 'staff-not-allowed', actor, detail });
    }
    const event = { kind: 'staff-file', what: order.what, trouble: result } as const;
    await chats.tell(chatKey, event, `file:${id}`);
  }
}

const refused = {
  kind: 'failed',
  fault: 'asked for by somebody who may not have it',
  result: 'not-allowed',
} as const;
const tooLarge = { kind: 'failed', fault: 'larger than the messenger takes', result: 'too-large' } as const;

const under = ({ text, data }: NonNullable<MadeFile['button']>) => ({
  inline_keyboard: [[{ text, callback_data: data }]],
});

async function say(parts: FileParts, { chatKey }: FileJob, { text }: MadeText): Promise<JobOutcome<Result>> {
  const { messenger, limiter } = parts;
  const method = 'sendMessage';
  limiter.begin(chatKey);
  const body = JSON.stringify({ chat_id: Number(chatAddress(chatKey).chat), text });
  const answer = await messenger.call(method, { body });
  applyRetryAfter(parts, answer, { method, lane: chatKey, nicety: false });
  return outcomeOf(answer, 'sent');
}

async function send(
  parts: FileParts,
  { chatKey, id }: FileJob,
  { as, name, mime, caption, button }: MadeFile,
  pieces: Uint8Array[],
): Promise<JobOutcome<Result>> {
  const { messenger, capabilities, limiter } = parts;
  const fields: Record<string, string> = { chat_id: chatAddress(chatKey).chat, caption };
  if (button) fields['reply_markup'] = JSON.stringify(under(button));
  for (const field of capabilities.unknownFields) delete fields[field];
  // The job's id is random, so nobody can have put the boundary into a file.
  const body = multipart(fields, { field: as, name, mime, pieces }, `ramzyar-${id}`);
  const timeoutMs = Math.ceil(shortestTimeoutMs + (body.bytes.length / slowestBytesPerSecond) * 1_000);
  const method = as === 'photo' ? 'sendPhoto' : 'sendDocument';
  limiter.begin(chatKey);
  const answer = await messenger.call(method, { body, timeoutMs });
  applyRetryAfter(parts, answer, { method, lane: chatKey, nicety: false });
  if (answer.kind === 'refused' && answer.status === 413) return tooLarge;
  return outcomeOf(answer, 'sent');
}
