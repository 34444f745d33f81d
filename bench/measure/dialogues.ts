import { newChats } from './words.js';
import type { Phase } from './phases.js';

const atOnce = 50;

/** What a process that has warmed up holds more when so many chats have begun a recovery and left it there. */
export const dialogues = (count: number): Phase => ({
  name: `${count} open dialogues`,
  async measure({ town }, atWork) {
    await town.quiet();
    const before = atWork.residentMb();
    await town.messenger.ask('open', { firstChat: newChats(count), count, atOnce });
    await town.quiet();
    return { dialoguesMb: atWork.residentMb() - before };
  },
});
