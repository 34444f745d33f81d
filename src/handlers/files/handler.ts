import type { Audit } from '../../audit/audit.js';
import type { Capabilities } from '../../chat/platform.js';
import { chatAddress } from '../../chats/address.js';
import type { InTransaction, Transaction } from '../../db/transaction.js';
import { multipart } from '../../messenger/multipart.js';
import type { Chats } from '../../reset/ports.js';
import type { FileTrouble } from '../../staff/documents.js';
import { mayStill } from '../../staff/may-still.js';
import type { People } from '../../people/people.js';
import { collect } from './collect.js';
import type { FileMaker, FileMakers, MadeFile } from './maker.js';
import { fileKind, type FileErrand } from './enqueue.js';
import type { Performed, Performer } from '../../outbox/handler.js';
import { answered } from '../messenger/result.js';
import { heed, type HeedParts } from '../messenger/retry-after.js';

export interface FileParts extends HeedParts {
  capabilities: Pick<Capabilities, 'largestUpload' | 'unknownFields'>;
  makers: FileMakers;
  inTransaction: InTransaction;
  rooms: (tx: Transaction) => { chats: Chats; staff: { people: People; audit: Audit } };
}

type Result = 'sent' | FileTrouble;

/** Less than any line that a messenger is reached over. */
const slowestBytesPerSecond = 256 * 1_024;
const shortestTimeoutMs = 30_000;

/** Makes a file for somebody of staff and sends it. Made anew for each try: at the worst, a document comes twice. */
export function makeFilePerformer(parts: FileParts): Performer<FileErrand, Result> {
  const { messenger, capabilities, inTransaction } = parts;
  const may = (errand: FileErrand, least: FileMaker<never>['least']) =>
    inTransaction((tx) => mayStill(parts.rooms(tx).staff.people, errand, least));
  return {
    kind: fileKind(messenger.platform),
    // A file is held whole while it is sent.
    atOnce: 2,
    // Half of it, which is left at least when all is made, is longer than the largest file takes to be sent.
    leaseMs: 8 * 60_000,
    // With the back-off, about five minutes.
    tries: 10,
    afterCrash: 'repeat',
    async perform(errand, { goOn }) {
      const maker = parts.makers[errand.order.what] as FileMaker<unknown> | undefined;
      if (!maker) return { kind: 'failed', fault: 'nobody makes such a file' };
      if (!(await may(errand, maker.least))) return refused;
      const file = await maker.make(errand.order, errand.locale);
      if (!file) return { kind: 'done', result: 'nothing' };
      const collected = await collect(file.content, capabilities.largestUpload[file.as], goOn);
      if (collected.kind === 'too-large') return tooLarge;
      if (collected.kind === 'broken-off') return { kind: 'later', fault: 'broken off while it was made' };
      // Making it may have taken a while.
      if (!(await may(errand, maker.least))) return refused;
      return send(parts, errand, file, collected.pieces);
    },
    async settle(tx, errand, result) {
      if (result === 'sent') return;
      const { chatKey, id, personId, order } = errand;
      const { chats, staff } = parts.rooms(tx);
      if (result === 'not-allowed') {
        const detail = { platform: messenger.platform, file: order.what };
        const actor = `staff:${personId}`;
        await staff.audit.write({ reason: 'staff-not-allowed', actor, detail });
      }
      const event = { kind: 'staff-file', what: order.what, trouble: result } as const;
      await chats.tell(chatKey, event, `file:${id}`);
    },
    givenUp: () => 'not-sent',
  };
}

const refused = {
  kind: 'failed',
  fault: 'asked for by somebody who may not have it',
  result: 'not-allowed',
} as const;
const tooLarge = { kind: 'failed', fault: 'larger than the messenger takes', result: 'too-large' } as const;

async function send(
  parts: FileParts,
  { chatKey, id }: FileErrand,
  { as, name, mime, caption }: MadeFile,
  pieces: Uint8Array[],
): Promise<Performed<Result>> {
  const { messenger, capabilities, pace } = parts;
  const fields: Record<string, string> = { chat_id: chatAddress(chatKey).chat, caption };
  for (const field of capabilities.unknownFields) delete fields[field];
  // The errand's id is random, so nobody can have put the boundary into a file.
  const body = multipart(fields, { field: as, name, mime, pieces }, `ramzyar-${id}`);
  const timeoutMs = Math.ceil(shortestTimeoutMs + (body.size / slowestBytesPerSecond) * 1_000);
  const method = as === 'photo' ? 'sendPhoto' : 'sendDocument';
  pace.begin(chatKey);
  const answer = await messenger.call(method, { body, timeoutMs });
  heed(parts, answer, chatKey);
  if (answer.kind === 'refused' && answer.status === 413) return tooLarge;
  return answered(answer, 'sent');
}
