import type { Messenger } from '../messenger.js';
import type { Parameters } from '../parameters.js';

/** One call of the bot, as a method sees it. */
export interface Call {
  parameters: Parameters;
  /** Ends when the caller hangs up. */
  signal: AbortSignal;
}

/** Carries a call out and gives its `result`; throws a `Refusal` where the Bot API would refuse. */
export type Method = (messenger: Messenger, call: Call) => unknown;
