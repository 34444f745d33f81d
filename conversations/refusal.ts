import type { LengthHint } from '../src/identity/parsed.js';
import type { Message } from '../src/chat/reply.js';

/** Why typed text was refused, as a sentence with what the sentence may name. */
export const refusal = ({ error, hint }: { error: string; hint?: LengthHint }): Message => ({
  kind: error,
  ...hint,
});
