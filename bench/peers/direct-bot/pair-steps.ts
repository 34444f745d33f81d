import { parseInsuredCode } from '../../../src/identity/insured-code.js';
import { parseNationalId } from '../../../src/identity/national-id.js';
import type { StepHandler, WizardContext } from './bot.js';
import { allowance, identify } from './identify.js';
import type { Speech } from './speech.js';
import type { BotDeps } from './deps.js';

/** The first steps: who are you? */
export interface PairSteps {
  begin: (ctx: WizardContext) => Promise<void>;
  takeInsuredCode: StepHandler;
  takeNationalId: StepHandler;
}

export function makePairSteps(
  { database, portal }: BotDeps,
  { say }: Speech,
  sendCode: (ctx: WizardContext) => Promise<void>,
): PairSteps {
  return {
    async begin(ctx) {
      ctx.session = { ...ctx.session, step: 'insured-code' };
      await say(ctx, [{ kind: 'reset-welcome', times: allowance }, 'ask-insured-code'], 'cancel');
    },

    async takeInsuredCode(ctx, text) {
      const code = parseInsuredCode(text);
      if (!code.ok) return say(ctx, ['insured-code-hint'], 'cancel');
      ctx.session = { ...ctx.session, step: 'national-id', insuredCode: code.value };
      await say(ctx, ['ask-national-id'], 'cancel');
    },

    async takeNationalId(ctx, text) {
      const id = parseNationalId(text);
      if (!id.ok) return say(ctx, ['national-id-hint'], 'cancel');
      const pair = { insuredCode: ctx.session.insuredCode ?? '', nationalId: id.value };
      const found = await identify(database.manager, portal, ctx.chat.id, pair);
      if (found.kind !== 'found') {
        ctx.session = { ...ctx.session, step: 'idle' };
        return say(ctx, [found]);
      }
      const { member, coverage } = found;
      ctx.session = { ...ctx.session, step: 'mobile', memberId: member.id, coverageId: coverage.id };
      if (!member.mobile) return say(ctx, ['mobile-needed', 'ask-mobile'], 'share-number');
      ctx.session.mobile = member.mobile;
      await sendCode(ctx);
    },
  };
}
