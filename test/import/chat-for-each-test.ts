import { afterEach, beforeEach } from 'vitest';
import type { StageOptions } from '../../playground/stage.js';
import { databases } from '../support/databases.js';
import { openChatHarness, type ChatHarness, type Colleague } from './chat-harness.js';

/** A house of its own for each test of a file, with a supervisor and an owner who write to the bot. */
export function chatForEachTest() {
  let harness: ChatHarness;
  let shahin: Colleague;
  let parvaneh: Colleague;
  const open = async (options: StageOptions = {}): Promise<void> => {
    harness = await openChatHarness(databases[0]!, options);
    shahin = harness.colleague('supervisor');
    parvaneh = harness.colleague('owner');
  };
  beforeEach(() => open());
  afterEach(() => harness.close());
  return {
    harness: () => harness,
    shahin: () => shahin,
    parvaneh: () => parvaneh,
    /** Another house in place of this one. */
    openAnew: async (options: StageOptions): Promise<void> => {
      await harness.close();
      await open(options);
    },
    stateOfLast: async () => (await harness.runs()).at(-1)?.state,
  };
}
