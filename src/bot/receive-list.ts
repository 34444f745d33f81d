import type { MiddlewareFn } from 'grammy';
import { extname } from 'node:path';
import { whatCame } from '../chat/input.js';
import { importCommand } from '../commands/import.js';
import { mayRun } from '../commands/staff-command.js';
import type { StaffMember } from '../people/people.js';
import type { House, HouseContext } from '../chat/context.js';
import type { Platform } from '../chat/platform.js';

/**
 * Takes a list of members that somebody of staff was asked for. To everybody else a file is what it was before, and so
 * it is to staff in the middle of a dialogue of their own.
 */
export const listCame =
  ({ capabilities }: Platform): MiddlewareFn<HouseContext> =>
  async ({ house, update }, next) => {
    const came = whatCame(update);
    if (came.kind === 'command' && came.name === 'cancel') return cancel(house, next);
    const by = came.kind === 'other' ? await house.desk.staff.people.at(house.asker) : null;
    if (!by || !mayRun(by, importCommand)) return next();
    const { document } = update.message ?? {};
    if (!(await house.desk.staff.lists.tasks.isInvited(by))) {
      const hinted = document !== undefined && (await house.desk.dialogues.read(by.chatKey)) === null;
      return hinted ? house.voice.say('list-not-awaited', ['import']) : next();
    }
    if (!document) return house.voice.say('list-is-awaited');
    const { file_id: fileId, file_name: name = '', file_size: size = 0 } = document;
    if (size > capabilities.largestDownload) return tooLarge(house, capabilities.largestDownload);
    await take(house, by, { fileId, size, ending: endingOf(name) });
  };

async function cancel({ desk, asker, voice }: House, next: () => Promise<void>): Promise<void> {
  const awaited = await desk.staff.lists.tasks.uninvite(asker.chatKey);
  return awaited ? voice.say('list-no-longer-awaited') : next();
}

async function take(
  { desk, voice }: House,
  by: StaffMember,
  list: { fileId: string; size: number; ending: string },
): Promise<void> {
  await desk.staff.lists.take(by, list, async () => -(await voice.ask('list-received')));
}

const tooLarge = ({ voice }: House, most: number): Promise<void> =>
  voice.say({ kind: 'list-too-large', most: most / 1_024 / 1_024 });

const longestEnding = 8;

/** A longer one is none that a list has. */
const endingOf = (name: string): string => {
  const ending = extname(name.trim()).toLowerCase();
  return ending.length <= longestEnding ? ending : '';
};
