import type { Audit } from '../../audit/audit.js';
import type { Capabilities } from '../../bot/platform.js';
import { chatAddress } from '../../chats/address.js';
import type { InTransaction, Transaction } from '../../db/transaction.js';
import type { Chats } from '../../reset/ports.js';
import type { FileTrouble } from '../../staff/files.js';
import type { People } from '../../staff/people.js';
import { atLeast } from '../../staff/role.js';
import type { FileMaker, FileMakers, MadeFile } from '../files/maker.js';
import { fileKind, type FileErrand } from '../files/order-file.js';
import type { Performed, Performer } from '../performer.js';
import { answered } from './answered.js';
import { heed, type HeedParts } from './patience.js';

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
    inTransaction((tx) => mayHave(parts.rooms(tx).staff.people, errand, least));
  return {
    kind: fileKind(messenger.platform),
    // A file is held whole while it is sent.
    atOnce: 2,
    // Longer than the largest file takes to be made and sent.
    leaseMs: 15 * 60_000,
    // With the back-off, about five minutes.
    tries: 10,
    afterCrash: 'repeat',
    async perform(errand) {
      const maker = parts.makers[errand.order.what] as FileMaker<unknown> | undefined;
      if (!maker) return { kind: 'failed', fault: 'nobody makes such a file' };
      if (!(await may(errand, maker.least))) return refused;
      const file = await maker.make(errand.order, errand.locale);
      if (!file) return { kind: 'done', result: 'nothing' };
      const chunks = await collect(file.content, capabilities.largestUpload[file.as]);
      if (!chunks) return tooLarge;
      // Making it may have taken a while.
      if (!(await may(errand, maker.least))) return refused;
      return send(parts, errand, file, chunks);
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

async function mayHave(
  people: People,
  { personId, chatKey }: FileErrand,
  least: FileMaker<never>['least'],
): Promise<boolean> {
  const person = await people.byId(personId);
  const chats = await people.chatsOfPerson(personId);
  return person !== null && atLeast(person.role, least) && chats.includes(chatKey);
}

/** The whole content; null as soon as it is more than `most` bytes. */
async function collect(content: MadeFile['content'], most: number): Promise<Uint8Array[] | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) return null;
    chunks.push(bytes);
  }
  return chunks;
}

async function send(
  parts: FileParts,
  { chatKey }: FileErrand,
  { as, name, mime, caption }: MadeFile,
  chunks: Uint8Array[],
): Promise<Performed<Result>> {
  const { messenger, capabilities, pace } = parts;
  const file = new Blob(chunks, { type: mime });
  const form = new FormData();
  form.set('chat_id', chatAddress(chatKey).chat);
  if (caption !== '') form.set('caption', caption);
  form.set(as, file, name);
  for (const field of capabilities.unknownFields) form.delete(field);
  const timeoutMs = shortestTimeoutMs + (file.size / slowestBytesPerSecond) * 1_000;
  const method = as === 'photo' ? 'sendPhoto' : 'sendDocument';
  pace.begin(chatKey);
  const answer = await messenger.call(method, { form, timeoutMs: Math.ceil(timeoutMs) });
  heed(parts, answer, chatKey);
  if (answer.kind === 'refused' && answer.status === 413) return tooLarge;
  return answered(answer, 'sent');
}
