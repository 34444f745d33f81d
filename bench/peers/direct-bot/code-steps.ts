import { parseCode } from '../../../src/identity/code.js';
import { maskMobile, parseMobile } from '../../../src/identity/mobile.js';
import type { StepHandler, WizardContext } from './bot.js';
import { codeDigits, codeLifeMs, confirmCode, openChallenge, type Confirmed } from './challenge.js';
import type { Speech } from './speech.js';
import type { BotDeps } from './deps.js';
import { Reset } from './tables.js';

/** The last steps: do you hold the phone? */
export interface CodeSteps {
  sendCode: (ctx: WizardContext) => Promise<void>;
  takeMobile: StepHandler;
  takeCode: StepHandler;
}

export function makeCodeSteps(deps: BotDeps, { say, sms: smsText }: Speech): CodeSteps {
  const { database, portal, sms, settings } = deps;

  const sendCode = async (ctx: WizardContext): Promise<void> => {
    const { memberId = 0, coverageId = 0, mobile = '', insuredCode = '' } = ctx.session;
    const opened = await openChallenge(database, { memberId, coverageId, mobile, chatId: ctx.chat.id });
    if (!opened) return say(ctx, [{ kind: 'too-many-sends', until: Date.now() + 3_600_000 }]);
    const minutes = String(codeLifeMs / 60_000);
    await sms(mobile, { token: opened.code, token2: minutes, token3: smsText('sms-messenger-telegram') });
    ctx.session = { ...ctx.session, step: 'code', challengeId: opened.id };
    const sent = { kind: 'code-sent', expiresIn: codeLifeMs, insuredCode, mobile: maskMobile(mobile) };
    await say(ctx, [sent, { kind: 'ask-code', digits: codeDigits }], 'while-code');
  };

  const recover = async (ctx: WizardContext, { resetId, left }: Confirmed & { kind: 'taken' }) => {
    const { mobile = '', insuredCode = '' } = ctx.session;
    ctx.session = { ...ctx.session, step: 'idle' };
    const done = await portal.reset(resetId, insuredCode).then(
      () => true,
      () => false,
    );
    await database.manager.update(Reset, { id: resetId }, { state: done ? 'done' : 'unclear' });
    if (!done) return say(ctx, ['reset-with-staff']);
    await say(ctx, [{ kind: 'reset-done', until: Date.now(), left }], 'sign-in');
    await sms(mobile, { token: settings.support, token20: smsText('sms-notice-reset') });
  };

  return {
    sendCode,

    async takeMobile(ctx, text) {
      const mobile = parseMobile(text);
      if (!mobile.ok) return say(ctx, ['mobile-hint'], 'cancel');
      ctx.session.mobile = mobile.value;
      await sendCode(ctx);
    },

    async takeCode(ctx, text) {
      const code = parseCode(text, codeDigits);
      if (!code.ok) return say(ctx, ['code-hint'], 'while-code');
      const confirmed = await confirmCode(database, ctx.session.challengeId ?? '', code.value);
      if (confirmed.kind === 'code-wrong') return say(ctx, [confirmed], 'while-code');
      if (confirmed.kind === 'taken') return recover(ctx, confirmed);
      ctx.session = { ...ctx.session, step: 'idle' };
      await say(ctx, [confirmed], 'reset');
    },
  };
}
