import { parseMobile } from '../identity/mobile.js';
import type { StaffPrompt } from '../staff/prompts.js';
import { oneMember } from './one-member.js';
import { setNumber } from './setmobile.js';
import { sendTest } from './sms.js';
import type { StaffContext } from './staff-command.js';

/** A number that was asked for after the press of a button. What is none is asked for again; it leaves the chat at once. */
export async function answerPrompt(
  context: StaffContext,
  { purpose, about, chatKey }: StaffPrompt,
  typed: string,
): Promise<void> {
  const { scope, staff } = context;
  if (scope.messageId !== null) await scope.replies.delete(scope.messageId);
  const mobile = parseMobile(typed);
  if (!mobile.ok) return scope.replies.say([{ kind: mobile.error, ...mobile.hint }, 'mobile-hint']);
  if (!(await staff.prompts.end(chatKey))) return;
  if (purpose === 'test-sms') return sendTest(context, mobile.value);
  const member = await oneMember(context, about, 'usage-setmobile');
  if (member) await setNumber(context, member, mobile.value);
}
