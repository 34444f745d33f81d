import { conversations, createConversation } from '@grammyjs/conversations';
import { Composer } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { resetPassword, resetPasswordName } from '../../conversations/reset-password.js';
import type { Rules } from '../../conversations/talk.js';
import type { Clock } from '../clock.js';
import type { Incoming } from '../intake/update-handler.js';
import type { Random } from '../random.js';
import type { Words } from '../words/words.js';
import { answerButtons } from './answer-buttons.js';
import { makeSpoken } from '../chat/spoken.js';
import { onlyHeard } from './muted.js';
import { maintenanceNotice } from './maintenance.js';
import { interruptions, makeCommands, makeUnknown } from './commands.js';
import type { ChatServices, InsurerFacts, RecordCall } from '../chat/services.js';
import { dialogueStorage, expireDialogue, resume } from './dialogue.js';
import { makeUpdateScope } from './make-context.js';
import type { BotContext } from '../chat/context.js';
import { receiveList } from './receive-list.js';
import { onlyWhatNeedsAnswer } from './needs-answer.js';
import { notMe } from './not-me.js';
import { onlyPrivate } from './only-private.js';
import type { Platform } from '../chat/platform.js';
import { staffPrompt } from './staff-prompt.js';
import { staffAtWork } from './staff-at-work.js';
import { renderStaffEvents } from './news/staff.js';
import { lateAnswers, deliverEvents } from './deliver-events.js';

export interface BotOptions {
  platform: Platform;
  words: Words;
  facts: InsurerFacts;
  rules: Rules;
  clock: Clock;
  random: Random;
  botInfo: UserFromGetMe;
}

/** Makes something of one update or event, with what this update's desk offers; every call of the Bot API is recorded. */
export type HandleEntry = (
  services: ChatServices,
  record: RecordCall,
  chatKey: string,
  incoming: Incoming,
) => Promise<void>;

/** The bot of one messenger. Opens no connection and no transaction. */
export function makeBot(options: BotOptions): HandleEntry {
  const handling = everythingInOrder(options).middleware();
  return async (services, record, chatKey, incoming) => {
    const accidents: unknown[] = [];
    const keepAccident = (error: unknown) => void accidents.push(error);
    try {
      const ctx = await makeUpdateScope(options, { services, record, chatKey, incoming, keepAccident });
      await handling(ctx, () => Promise.resolve());
    } catch (error) {
      throw accidents.length > 0 ? accidents[0] : error;
    }
  };
}

/** The order is the rule: who may speak, what comes from outside, the open dialogue, and then everything else. */
function everythingInOrder({ words, rules, platform }: BotOptions): Composer<BotContext> {
  const spoken = makeSpoken(words);
  return new Composer<BotContext>(
    onlyHeard,
    answerButtons,
    onlyPrivate,
    onlyWhatNeedsAnswer,
    renderStaffEvents,
    deliverEvents,
    notMe,
    staffAtWork,
    receiveList(platform),
    maintenanceNotice(spoken.asksForPerson),
    expireDialogue,
    conversations({ storage: dialogueStorage }),
    createConversation(resetPassword({ rules, interruptions, spoken }), resetPasswordName),
    resume,
    lateAnswers,
    makeCommands(spoken),
    staffPrompt,
    makeUnknown(spoken),
  );
}
