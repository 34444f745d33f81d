import { In, LessThanOrEqual } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Account } from '../../playground/emulator/account.js';
import type { PlayedStage } from '../../playground/stage.js';
import { platformNames } from '../../src/platforms.js';
import type { TestDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import { codeIn } from '../support/walk.js';
import { strangersKinds } from './strangers-deeds.js';

/** A busy machine has all the time it needs for one round. */
const patienceMs = 120_000;

/** Forty people at one member, each in a chat of their own, who act together, round by round. */
export function strangersAt(stage: PlayedStage, database: TestDatabase) {
  const strangers = strangersKinds.flatMap(({ what, chats, turn }, kind) =>
    Array.from({ length: chats }, (_, place) => ({
      what,
      turn,
      chat: chatOf(stage, what, kind * 10 + place),
    })),
  );
  let rounds = 0;
  return {
    chats: strangers.map(({ chat }) => chat),

    /** All of them and the member's own step in the same moment, the member in their midst; then until nothing is to be done. */
    async round(own: () => void = () => undefined): Promise<void> {
      const wrong = wrongCodes(stage);
      const acts = strangers.map(
        ({ turn, chat }) =>
          () =>
            turn(chat, rounds, wrong),
      );
      acts.splice(acts.length / 2, 0, own);
      for (const act of acts) act();
      rounds += 1;
      await nothingWaits(stage, database);
    },

    /** All that the bot has said to them. */
    heard: () => strangers.flatMap(({ chat }) => chat.messages().filter(({ from }) => from === 'bot')),
  };
}

function chatOf(stage: PlayedStage, what: string, number: number): Account {
  const messenger = what === 'nonsense' ? 'bale' : platformNames[number % 2]!;
  return stage.emulator.account({
    ...{ messenger, id: 9_300_000 + number, firstName: 'ر' },
    phone: invent(900 + number).phone,
  });
}

/** Three that have come to nobody's phone. */
function wrongCodes({ cast, phone }: PlayedStage): string[] {
  const right = cast.flatMap((one) => phone.inbox(one.phone).flatMap(({ text }) => codeIn(text) ?? []));
  const wrong = Array.from({ length: 1_000 }, (_, at) => String(at).padStart(5, '0'));
  return wrong.filter((code) => !right.includes(code)).slice(0, 3);
}

/**
 * Until whatever came in has been handled, and what follows from it has been done, but for what is for later. The clock
 * goes on a little each time that it is looked: a chat gets so many calls a moment, and no more while time stands still.
 */
export async function nothingWaits(
  { emulator, clock }: PlayedStage,
  { dataSource: { manager } }: TestDatabase,
): Promise<void> {
  const left = async (): Promise<number> => {
    clock.advance(2);
    const dueAt = LessThanOrEqual(clock.now());
    return (
      platformNames.reduce((sum, messenger) => sum + emulator.pending(messenger), 0) +
      (await manager.countBy(InboxEntry, { state: 'waiting', dueAt })) +
      (await manager.countBy(OutboxEntry, { state: In(['waiting', 'in-hand']), dueAt }))
    );
  };
  await eventually(left, (count) => count === 0, patienceMs);
}
