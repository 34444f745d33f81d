import type { BotCall } from '../../bot/desk.js';
import type { Messenger } from '../../messenger/messenger.js';
import { botCallKind } from '../bot-calls.js';
import type { Performer } from '../performer.js';
import { answered } from './answered.js';
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
      const performed = answered(await messenger.call(method, { contentType, body: content }), null);
      const enough = performed.kind === 'later' && passing.has(method) && tries >= passingTries;
      return enough ? { kind: 'failed', fault: performed.fault } : performed;
    },
    settle: async () => undefined,
    givenUp: () => null,
  };
}
