import type { BotCall } from '../../bot/desk.js';
import { refusesToken, type Answer } from '../../messenger/answer.js';
import type { Messenger } from '../../messenger/messenger.js';
import { botCallKind } from '../bot-calls.js';
import type { Performed, Performer } from '../performer.js';
import { withSentIds, type SentAs } from './sent-ids.js';

/** Nice to have, and stale soon: tried twice, and no more. */
const passing = new Set(['deleteMessage', 'editMessageReplyMarkup', 'answerCallbackQuery', 'sendChatAction']);
const passingTries = 2;

/** Makes one recorded call at its messenger. A call whose answer was lost is made again: at the worst a message comes twice. */
export function makeBotCallPerformer(messenger: Messenger, sentAs: SentAs): Performer<BotCall, null> {
  return {
    kind: botCallKind(messenger.platform),
    atOnce: 24,
    leaseMs: 20_000,
    // With the back-off, a quarter of an hour.
    tries: 20,
    afterCrash: 'repeat',
    async perform(call, { tries }) {
      const ready = await withSentIds(call, sentAs);
      if (!ready) return { kind: 'failed', fault: 'the message that it is about was never sent' };
      const { method, contentType, body } = ready;
      const content = contentType.startsWith('multipart/') ? Buffer.from(body, 'base64') : body;
      const performed = performedOf(await messenger.call(method, { contentType, body: content }));
      const enough = performed.kind === 'later' && passing.has(method) && tries >= passingTries;
      return enough ? { kind: 'failed', fault: performed.fault } : performed;
    },
    settle: async () => undefined,
    givenUp: () => null,
  };
}

function performedOf(answer: Answer): Performed<null> {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'done', result: null, ...outsideId(answer.result) };
    case 'silent':
      return { kind: 'later', fault: answer.fault };
    case 'refused': {
      // The description may quote what was written, so it is not kept.
      const fault = `refused with ${answer.status}`;
      if (answer.retryAfterMs !== null) return { kind: 'later', afterMs: answer.retryAfterMs, fault };
      const passes = answer.status === 429 || answer.status >= 500 || refusesToken(answer);
      return passes ? { kind: 'later', fault } : { kind: 'failed', fault };
    }
  }
}

/** Bale answers an edit with a stub whose message id is 0. */
function outsideId(result: unknown): { outsideId?: string } {
  const id = (result as { message_id?: unknown } | null)?.message_id;
  return typeof id === 'number' && id > 0 ? { outsideId: String(id) } : {};
}
