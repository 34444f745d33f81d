import type { Lab } from '../lab.js';

export type Content = Record<string, unknown>;

/** What people write in these words comes to the bot as something else. */
export function distort(
  { town }: Lab,
  word: string,
  change: (message: Content, at: number) => Content,
): void {
  const seen = new Map<unknown, Content>();
  town.emulator.faults.intercept('getUpdates', async (_, proceed) => {
    const answered = await proceed();
    if (!answered.ok || !Array.isArray(answered.result)) return answered;
    const result = (answered.result as Content[]).map((update) => {
      const message = update['message'] as Content | undefined;
      if (message?.['text'] !== word) return update;
      const { update_id: id } = update;
      if (!seen.has(id)) seen.set(id, change(message, seen.size));
      return { update_id: id, ...seen.get(id) };
    });
    return { ok: true, result };
  });
}

/** What is to happen to the answers of polls begins with the next one. */
export async function endOfPoll({ town, chat }: Lab): Promise<void> {
  chat(99).account.say('/help');
  await town.emulator.settled(300);
}
