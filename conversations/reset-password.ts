import type { Context } from 'grammy';
import type { SentCode } from '../src/reset/outcomes.js';
import type { OfferedMobile } from '../src/reset/ports.js';
import { askCode } from './code.js';
import { askCodeOf } from './code-question.js';
import { askMobile } from './mobile.js';
import { sendCode } from './opening.js';
import { askPair } from './pair.js';
import { Talk, type DialogueConversation, type Setting } from './talk.js';

/** Under this name the dialogue is entered, with a `SentCode` if one is to be taken up at its code. */
export const resetPasswordName = 'reset-password';

/** The one dialogue of this house: say who you are, show that you hold the phone, done. */
export const resetPassword =
  (setting: Setting) =>
  async (conversation: DialogueConversation, first: Context, status?: SentCode): Promise<void> => {
    const talk = await Talk.open(conversation, setting, { first, isAnswer: status !== undefined });
    if (status && (await askCode(talk, status, ['dialogue-taken-up', askCodeOf(talk)])) === 'over') return;

    const pair = await askPair(talk);
    let mobile: OfferedMobile | undefined;
    for (;;) {
      const opening = await sendCode(talk, pair, mobile);
      if (!opening) return;
      const after = await askCode(talk, opening.sent);
      if (after === 'over') return;
      mobile = after === 'new-code' ? opening.mobile : await askMobile(talk, null);
    }
  };
