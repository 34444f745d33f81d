import { dayInTehran } from '../calendar/tehran.js';
import { foldDigits } from '../identity/digits.js';
import { askFile } from './ask-file.js';
import { oneMember } from './one-member.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import { showUsage } from './staff-say.js';
import { firstWord, wordsOf } from './staff-words.js';
import { trailLines, wholeTrailLines } from './trail-lines.js';
import { mostDays, typedSpan } from './typed-span.js';

const usage = 'usage-audit';
const fewLines = 12;

/**
 * The trail of the house or of one member. `verify`: is its chain whole, and is a head that was
 * kept still in it? That takes a while in a long one, so it is told afterwards.
 * `export`: some days of it as a file.
 */
export const audit: StaffCommand = {
  name: 'audit',
  description: 'staff-command-audit',
  usage,
  usageOptional: true,
  least: 'supervisor',
  run: async (context, argument) => {
    const [word, rest] = firstWord(argument);
    const work = works.get(word.toLowerCase());
    await (work ? work(context, rest) : show(context, argument));
  },
};

const works = new Map<string, (context: StaffContext, rest: string) => Promise<void>>([
  ['verify', verify],
  ['export', takeTrail],
]);

async function show(context: StaffContext, argument: string): Promise<void> {
  const member = argument === '' ? null : await oneMember(context, argument, usage);
  if (argument !== '' && !member) return;
  const trail = await context.staff.trail.last(member?.id ?? null, fewLines);
  const days = member ? trailLines(trail) : wholeTrailLines(trail);
  const title = member ? { kind: 'audit-of-member', insuredCode: member.insuredCode } : 'audit-of-all';
  await context.scope.replies.say([title, ...(days.length > 0 ? days : ['audit-empty'])]);
}

async function verify(context: StaffContext, rest: string): Promise<void> {
  const typed = foldDigits(rest).toLowerCase();
  if (typed !== '' && !/^[0-9a-f]{16,64}$/.test(typed)) return showUsage(context, usage);
  await context.staff.trail.check({ chatKey: context.actor.chatKey, kept: typed || null });
  await context.scope.replies.say('audit-checking');
}

async function takeTrail(context: StaffContext, rest: string): Promise<void> {
  const { scope } = context;
  const span = typedSpan(wordsOf(rest), dayInTehran(scope.clock.now()));
  if (!span.ok) {
    return scope.replies.say([
      { kind: span.error, most: mostDays },
      { kind: 'usage', how: { kind: usage } },
    ]);
  }
  await askFile(context, { what: 'trail', ...span.value });
}
