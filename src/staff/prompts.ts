import type { StaffPrompt } from '../../entities/staff-prompt.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { minute } from '../durations.js';
import type { StaffMember } from '../people/people.js';
import { isOfTheFuture } from './life.js';
import { makePromptStore } from './prompt-store.js';

export type { StaffPrompt };

/** What somebody of staff is to type next, after the press of a button. */
export interface Prompts {
  /** The next thing typed in this chat is taken for this, for five minutes. */
  ask(by: StaffMember, what: Pick<StaffPrompt, 'purpose' | 'about'>): Promise<void>;
  open(chatKey: string): Promise<StaffPrompt | null>;
  /** It was answered, or given up; false when there was none. */
  end(chatKey: string): Promise<boolean>;
}

const lifeMs = 5 * minute;

export function makePrompts({ tx, clock }: { tx: Transaction; clock: Clock }): Prompts {
  const store = makePromptStore(tx);
  return {
    ask: ({ personId, chatKey }, what) =>
      store.put({ ...what, personId, chatKey, expiresAt: new Date(clock.now().getTime() + lifeMs) }),
    open: async (chatKey) => {
      const prompt = await store.open(chatKey, clock.now());
      return prompt && !isOfTheFuture(prompt.expiresAt, lifeMs, clock.now()) ? prompt : null;
    },
    end: (chatKey) => store.end(chatKey),
  };
}
