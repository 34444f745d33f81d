import { chatAddress } from '../../chats/address.js';
import type { PlatformName } from '../../platforms.js';
import type { Random } from '../../random.js';
import type { DocumentRequest } from '../../staff/documents.js';
import type { Locale } from '../../words/words.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** Who wants which file, and where it is to go. */
export interface FileJob {
  order: DocumentRequest;
  /** Of staff. */
  personId: number;
  chatKey: string;
  locale: Locale;
  /** Of this asking, so that what came of it is told once. */
  id: string;
}

/** Each messenger has a kind of its own, so that a slow one does not hold up the other. */
export const fileKind = (platform: PlatformName): string => `file:${platform}`;

/**
 * Has a file made and sent to somebody of staff. Files of a chat have a lane (an ordering key) of their own: they come in the order in which
 * they were asked for, one at a time however many one person wants, and what the bot answers meanwhile waits for none.
 */
export async function enqueueFile(
  parts: OutboxParts & { random: Random },
  wanted: Omit<FileJob, 'id'>,
): Promise<void> {
  const { chatKey } = wanted;
  const payload: FileJob = { ...wanted, id: parts.random.bytes(8).toString('hex') };
  const kind = fileKind(chatAddress(chatKey).platform);
  await enqueue(parts, { kind, lane: `files:${chatKey}`, payload });
}
