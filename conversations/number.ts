import type { CodeSent } from '../src/reset/outcomes.js';
import { answer, ask, notAnAnswer, notNow } from './ask.js';
import { hearOfSms, type SmsFailed } from './code-question.js';
import { close } from './endings.js';
import type { Talk } from './talk.js';

/**
 * "This number is no longer mine": explains what staff can do, and puts a request to them if that is wished. An SMS that fails
 * meanwhile is the greater news.
 */
export async function askAboutNumber(
  talk: Talk,
  { challengeId, mobile }: CodeSent,
): Promise<'go-on' | 'over' | SmsFailed> {
  const wish = await ask<'report-number' | 'keep-number' | SmsFailed>(talk, {
    asks: { kind: 'number-not-mine', mobile },
    hint: 'choose-a-button',
    keyboard: talk.buttons('report-number', 'keep-number', 'cancel'),
    hear: (came) => {
      if (came.kind === 'event') return hearOfSms(came, { challengeId });
      const pressed = talk.pressed(came);
      if (pressed === 'report-number' || pressed === 'keep-number') return answer(pressed);
      return came.kind === 'text' || came.kind === 'contact' ? notNow('choose-a-button') : notAnAnswer;
    },
  });
  if (wish === 'keep-number') return 'go-on';
  if (typeof wish === 'object') return wish;
  const reported = await talk.once(({ services }) => services.reset.reportNumber(challengeId, talk.asker));
  await close(talk, reported);
  return 'over';
}
