import type { Message, Paragraph } from '../src/chat/reply.js';
import type { CodeSent, ConfirmResult, ResendResult, SentCode } from '../src/reset/outcomes.js';
import { ask } from './ask.js';
import {
  askCodeOf,
  codeQuestion,
  type CodeTurn,
  type NoSms,
  type Offer,
  type Reply,
} from './code-question.js';
import { close } from './endings.js';
import { askAboutNumber } from './number.js';
import type { Talk } from './talk.js';

/** How the code step ended: for good, or so that another code must be opened first. */
export type AfterCode = 'over' | 'new-code' | 'other-number';

/** Do you hold the phone? Asks for the code until it is right, or there is nothing more to ask. */
export async function askCode(
  talk: Talk,
  sent: SentCode,
  says: CodeTurn['says'] = codeIsSent(talk, sent),
): Promise<AfterCode> {
  let turn: CodeTurn = { says, offers: offersOf(sent) };
  for (;;) {
    const reply = await ask(talk, codeQuestion(talk, sent, turn));
    const next = await respond(talk, sent, turn, reply);
    if (typeof next === 'string') return next;
    turn = next;
  }
}

/** Another number may be given only where this one was typed; one on record can only be disowned, where it is known to be it. */
function offersOf(sent: SentCode): Offer[] {
  if (sent.kind === 'code-perhaps-sent') return ['resend', 'cancel'];
  return ['resend', sent.known ? 'number-not-mine' : 'other-number', 'cancel'];
}

const without = (offers: readonly Offer[], gone: Offer): Offer[] => offers.filter((offer) => offer !== gone);

/** Nothing is said to be on its way that was sent before. */
const saidOf = (sent: CodeSent): Message => (sent.again ? { ...sent, kind: 'code-still-valid' } : sent);

/** What to do first, then what may be in the way of it, then what to take care of; or the one thing that is said to everybody. */
function codeIsSent(talk: Talk, sent: SentCode): (Message | Paragraph)[] {
  if (sent.kind === 'code-perhaps-sent') return [sent];
  return [
    { lines: [saidOf(sent), askCodeOf(talk)] },
    { lines: [{ kind: 'code-life', expiresAt: sent.expiresAt }, nextSend(sent.resendAt)] },
    { kind: 'code-care', insuredCode: sent.insuredCode },
  ];
}

const nextSend = (resendAt: number | null): Message =>
  resendAt === null ? 'no-more-sends' : { kind: 'next-send', resendAt };

async function respond(
  talk: Talk,
  sent: SentCode,
  turn: CodeTurn,
  reply: Reply,
): Promise<CodeTurn | AfterCode> {
  const { challengeId } = sent;
  switch (reply.kind) {
    case 'code':
      return afterCode(
        talk,
        turn,
        await talk.once(({ services, asker }) => services.reset.confirm(challengeId, reply.code, asker)),
      );
    case 'resend':
      return afterResend(
        talk,
        turn,
        await talk.once(({ services, asker }) => services.reset.resend(challengeId, asker)),
      );
    case 'no-sms':
      return sent.kind === 'code-sent' ? afterNoSms(talk, sent, reply.says) : turn;
    case 'number-not-mine':
      return sent.kind === 'code-sent' ? afterNumber(talk, sent, turn) : turn;
    case 'other-number':
    case 'new-code':
      return reply.kind;
  }
}

async function afterNumber(talk: Talk, sent: CodeSent, turn: CodeTurn): Promise<CodeTurn | AfterCode> {
  const wish = await askAboutNumber(talk, sent);
  if (wish === 'over') return wish;
  return wish === 'go-on' ? { ...turn, says: [askCodeOf(talk)] } : afterNoSms(talk, sent, wish.says);
}

/** What can be done now: nothing is to be pressed that would send nothing. */
async function afterNoSms(talk: Talk, sent: CodeSent, told: NoSms): Promise<CodeTurn> {
  const open = await talk.once(({ services }) => services.reset.findOpenChallenge(talk.asker));
  const offers = offersOf(sent);
  if (open?.challengeId === sent.challengeId && open.resendAt === null) {
    const others = without(offers, 'resend');
    if (told.kind === 'sms-refused')
      return { says: [told, 'ask-new-code', 'no-sms-call-support'], offers: ['new-code', ...others] };
    const { expiresAt } = sent;
    const instead = { lines: ['no-more-sends', { kind: 'begin-again-after', expiresAt }] };
    return { says: [told, instead, 'no-sms-call-support'], offers: others };
  }
  if (told.kind === 'sms-refused') return { says: [told, 'tap-resend'], offers };
  return { says: told.delivery === 'undelivered' ? [told, 'tap-resend-at-hand'] : [told], offers };
}

async function afterCode(
  talk: Talk,
  { offers }: CodeTurn,
  outcome: ConfirmResult,
): Promise<CodeTurn | AfterCode> {
  switch (outcome.kind) {
    case 'code-wrong':
      return { says: [outcome], offers };
    case 'code-expired':
      return expired(outcome);
    default:
      await close(talk, outcome);
      return 'over';
  }
}

const expired = (outcome: Message): CodeTurn => ({
  says: [outcome, 'ask-new-code'],
  offers: ['new-code', 'cancel'],
});

async function afterResend(
  talk: Talk,
  { offers }: CodeTurn,
  outcome: ResendResult,
): Promise<CodeTurn | AfterCode> {
  switch (outcome.kind) {
    case 'code-sent-again':
    case 'code-perhaps-sent-again':
      return {
        says: [{ lines: [outcome, nextSend(outcome.resendAt)] }],
        offers: outcome.resendAt === null ? without(offers, 'resend') : offers,
      };
    case 'resend-too-early':
      return { says: [outcome], offers };
    case 'sends-used-up':
    case 'too-many-sends':
    case 'sms-budget-spent':
      return { says: [outcome], offers: without(offers, 'resend') };
    case 'code-expired':
      return expired(outcome);
    default:
      await close(talk, outcome);
      return 'over';
  }
}
