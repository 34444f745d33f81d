import type { MiddlewareFn } from 'grammy';
import { extname } from 'node:path';
import { parseInput } from '../chat/input.js';
import { importCommand } from '../commands/import.js';
import { mayRun } from '../commands/staff-command.js';
import type { StaffMember } from '../people/people.js';
import type { UpdateScope, BotContext } from '../chat/context.js';
import type { Platform } from '../chat/platform.js';

/**
 * Takes a list of members that somebody of staff was asked for. To everybody else a file is what it was before, and so
 * it is to staff in the middle of a dialogue of their own.
 */
export const receiveList =
  ({ capabilities }: Platform): MiddlewareFn<BotContext> =>
  async ({ scope, update }, next) => {
    const input = parseInput(update);
    if (input.kind === 'command' && input.name === 'cancel') return cancel(scope, next);
    const by = input.kind === 'other' ? await scope.services.people.at(scope.asker) : null;
    if (!by || !mayRun(by, importCommand)) return next();
    const { document } = update.message ?? {};
    if (!(await scope.services.staff.lists.tasks.isInvited(by))) {
      const hinted = document !== undefined && (await scope.services.dialogues.read(by.chatKey)) === null;
      return hinted ? scope.replies.say('list-not-awaited', ['import']) : next();
    }
    if (!document) return scope.replies.say('list-is-awaited');
    const { file_id: fileId, file_name: name = '', file_size: size = 0 } = document;
    if (size > capabilities.largestDownload) return tooLarge(scope, capabilities.largestDownload);
    await take(scope, by, { fileId, size, ending: endingOf(name) });
  };

async function cancel({ services, asker, replies }: UpdateScope, next: () => Promise<void>): Promise<void> {
  const awaited = await services.staff.lists.tasks.uninvite(asker.chatKey);
  return awaited ? replies.say('list-no-longer-awaited') : next();
}

async function take(
  { services, replies }: UpdateScope,
  by: StaffMember,
  list: { fileId: string; size: number; ending: string },
): Promise<void> {
  await services.staff.lists.take(by, list, () => replies.ask('list-received'));
}

const tooLarge = ({ replies }: UpdateScope, most: number): Promise<void> =>
  replies.say({ kind: 'list-too-large', most: most / 1_024 / 1_024 });

const longestEnding = 8;

/** A longer one is none that a list has. */
const endingOf = (name: string): string => {
  const ending = extname(name.trim()).toLowerCase();
  return ending.length <= longestEnding ? ending : '';
};
