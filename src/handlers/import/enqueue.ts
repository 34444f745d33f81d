import { chatAddress } from '../../chats/address.js';
import type { PlatformName } from '../../platforms.js';
import type { ImportTask } from '../../import/tasks.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** What a task on a list of members carries: all else is in its row. */
export interface ImportJob {
  taskId: number;
}

/** Whose messenger has the file. */
export const importKind = (platform: PlatformName): string => `list:${platform}`;

/** The ordering key of all lists: they take their turns, so that none is compared with members whom another one is changing. */
const lane = 'lists';

/** Has a list of members worked on after commit. */
export async function enqueueImport(parts: OutboxParts, { id, chatKey }: ImportTask): Promise<void> {
  const payload: ImportJob = { taskId: id };
  await enqueue(parts, { kind: importKind(chatAddress(chatKey).platform), lane, payload });
}
