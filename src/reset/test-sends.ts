import { returnSend, takeSend } from './sends.js';
import type { ResetDeps } from './deps.js';

/** A test message of staff counts against its number, its chat and the whole bot, as any send does; it is of no member. */
export interface TestSends {
  /** Null when it is counted; else until when there is none to be had, in epoch milliseconds. */
  take(to: string, chatKey: string): Promise<number | null>;
  /** It certainly did not go out. */
  giveBack(to: string, chatKey: string, takenAt: Date): Promise<void>;
}

export function makeTestSends(deps: ResetDeps): TestSends {
  const send = (mobile: string, chatKey: string) =>
    ({ memberId: null, chatKey, mobile, offered: true, purse: 'bound' }) as const;
  return {
    take: async (to, chatKey) => {
      const taken = await takeSend(deps, send(to, chatKey));
      return taken.kind === 'taken' ? null : taken.until;
    },
    giveBack: (to, chatKey, takenAt) => returnSend(deps, send(to, chatKey), takenAt),
  };
}
