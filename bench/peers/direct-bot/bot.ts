import { limit } from '@grammyjs/ratelimiter';
import { Bot, Composer, session, type Context, type SessionFlavor } from 'grammy';
import type { Locale } from '../../../src/words/words.js';
import { chooseLanguage, knowChat } from './chats.js';
import { makeCodeSteps } from './code-steps.js';
import { makePairSteps } from './pair-steps.js';
import type { Speech } from './speech.js';
import type { BotDeps } from './deps.js';

/** Where somebody stands in the wizard, and what they have said so far. */
export interface Wizard {
  step: 'idle' | 'insured-code' | 'national-id' | 'mobile' | 'code';
  insuredCode?: string;
  memberId?: number;
  coverageId?: number;
  mobile?: string;
  challengeId?: string;
  /** Undefined until the chat has been looked up. */
  locale?: Locale;
}

export type WizardContext = Context & SessionFlavor<Wizard> & { chat: { id: number } };

/** What one step makes of what was typed. */
export type StepHandler = (ctx: WizardContext, text: string) => Promise<void>;

/** Who writes is known, nobody floods, and what goes wrong is said; the session is in memory. */
export function makeBot(deps: BotDeps, speech: Speech): Bot<WizardContext> {
  const { token, apiRoot } = deps.settings;
  const bot = new Bot<WizardContext>(token, { client: { apiRoot } });
  bot.use(limit({ timeFrame: 60_000, limit: 20 }));
  bot.use(session({ initial: (): Wizard => ({ step: 'idle' }) }));
  bot.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      console.error(String(error));
      await speech.say(ctx, ['went-wrong']);
    }
  });
  bot.use(knowChat(deps.database));
  bot.use(languages(deps, speech));
  bot.use(wizard(deps, speech));
  return bot;
}

function languages({ database }: BotDeps, { say }: Speech): Composer<WizardContext> {
  const composer = new Composer<WizardContext>();
  composer.command('language', (ctx) => say(ctx, ['choose-language'], 'languages'));
  composer.callbackQuery(/^locale-(fa|en)$/, async (ctx) => {
    await ctx.answerCallbackQuery();
    await chooseLanguage(database, ctx, ctx.match[1] as Locale);
    await say(ctx, ['language-chosen']);
  });
  return composer;
}

/** Commands and buttons, and what each step makes of what is typed. */
function wizard(deps: BotDeps, speech: Speech): Composer<WizardContext> {
  const { say } = speech;
  const { sendCode, takeMobile, takeCode } = makeCodeSteps(deps, speech);
  const { begin, takeInsuredCode, takeNationalId } = makePairSteps(deps, speech, sendCode);
  const steps = {
    'insured-code': takeInsuredCode,
    'national-id': takeNationalId,
    mobile: takeMobile,
    code: takeCode,
  };
  const cancel = async (ctx: WizardContext): Promise<void> => {
    ctx.session = { ...ctx.session, step: 'idle' };
    await say(ctx, ['dialogue-cancelled']);
  };
  const composer = new Composer<WizardContext>();
  composer.command('start', (ctx) => say(ctx, ['greeting'], 'reset'));
  composer.command('reset', begin);
  composer.command('cancel', cancel);
  composer.callbackQuery('reset', answered(begin));
  composer.callbackQuery('cancel', answered(cancel));
  composer.callbackQuery('resend', answered(sendCode));
  composer.on(['message:text', 'message:contact'], async (ctx) => {
    const { step } = ctx.session;
    if (step === 'idle') return say(ctx, ['not-understood'], 'reset');
    await ctx.deleteMessage();
    await steps[step](ctx, ctx.message.contact?.phone_number ?? ctx.message.text ?? '');
  });
  return composer;
}

const answered = (then: (ctx: WizardContext) => Promise<void>) => async (ctx: WizardContext) => {
  await ctx.answerCallbackQuery();
  await then(ctx);
};
