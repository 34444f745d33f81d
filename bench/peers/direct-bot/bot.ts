import { limit } from '@grammyjs/ratelimiter';
import { Bot, session, type Context, type SessionFlavor } from 'grammy';
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
}

export type WizardContext = Context & SessionFlavor<Wizard> & { chat: { id: number } };

/** What one step makes of what was typed. */
export type StepHandler = (ctx: WizardContext, text: string) => Promise<void>;

/** Commands, buttons and the steps, with the session in memory. */
export function makeBot(deps: BotDeps, speech: Speech): Bot<WizardContext> {
  const { token, apiRoot } = deps.settings;
  const codeSteps = makeCodeSteps(deps, speech);
  const pairSteps = makePairSteps(deps, speech, codeSteps.sendCode);
  const steps = {
    'insured-code': pairSteps.takeInsuredCode,
    'national-id': pairSteps.takeNationalId,
    mobile: codeSteps.takeMobile,
    code: codeSteps.takeCode,
  };
  const bot = new Bot<WizardContext>(token, { client: { apiRoot } });
  bot.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      console.error(String(error));
      await speech.say(ctx, ['went-wrong']);
    }
  });
  bot.use(limit({ timeFrame: 60_000, limit: 20 }));
  bot.use(session({ initial: (): Wizard => ({ step: 'idle' }) }));
  bot.command('start', (ctx) => speech.say(ctx, ['greeting'], speech.buttons.reset));
  bot.command('reset', pairSteps.begin);
  bot.command('cancel', cancel);
  bot.callbackQuery('reset', answered(pairSteps.begin));
  bot.callbackQuery('cancel', answered(cancel));
  bot.callbackQuery('resend', answered(codeSteps.sendCode));
  bot.on(['message:text', 'message:contact'], async (ctx) => {
    const { step } = ctx.session;
    if (step === 'idle') return speech.say(ctx, ['not-understood'], speech.buttons.reset);
    await ctx.deleteMessage();
    await steps[step](ctx, ctx.message.contact?.phone_number ?? ctx.message.text ?? '');
  });
  return bot;

  async function cancel(ctx: WizardContext): Promise<void> {
    ctx.session = { step: 'idle' };
    await speech.say(ctx, ['dialogue-cancelled']);
  }
}

const answered = (then: (ctx: WizardContext) => Promise<void>) => async (ctx: WizardContext) => {
  await ctx.answerCallbackQuery();
  await then(ctx);
};
