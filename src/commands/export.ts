import { startOfDay, dayInTehran } from '../calendar/tehran.js';
import { askFile } from './ask-file.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import { wordsOf } from './staff-words.js';
import { mostDays, typedSpan, type Days } from './typed-span.js';

const usage = 'usage-export';

const formats = ['csv', 'xlsx'] as const;

type Format = (typeof formats)[number];

/** The recoveries of some days as a table. Whose they are is in it, so the trail says who took it. */
export const exportCommand: StaffCommand = {
  name: 'export',
  description: 'staff-command-export',
  usage,
  usageOptional: true,
  least: 'supervisor',
  run: async (context, argument) => {
    const words = wordsOf(argument);
    const format = formats.find((one) => words.some((word) => word.toLowerCase() === one));
    const rest = words.filter((word) => word.toLowerCase() !== format);
    await onSpan(context, rest, async (days) => {
      if (format) return take(context, days, format);
      const buttons = formats.map((one) => `export-${one}:${days.from}..${days.to}`);
      await context.scope.replies.say({ kind: 'export-which', ...momentsOf(days) }, [buttons]);
    });
  },
};

/** The buttons that choose; each carries the days. */
export const exportFormats: readonly StaffCommand[] = formats.map((format) => ({
  name: `export-${format}`,
  description: null,
  usage: null,
  least: 'supervisor',
  run: (context, argument) => onSpan(context, argument.split('..'), (days) => take(context, days, format)),
}));

/** Goes on with the days that are meant, if there are recoveries in them; else says why not. */
async function onSpan(
  { scope, staff }: StaffContext,
  words: readonly string[],
  goOn: (days: Days) => Promise<void>,
): Promise<void> {
  const span = typedSpan(words, dayInTehran(scope.clock.now()));
  if (!span.ok) {
    return scope.replies.say([
      { kind: span.error, most: mostDays },
      { kind: 'usage', how: { kind: usage } },
    ]);
  }
  if (await staff.documents.anyRecoveries(span.value)) return goOn(span.value);
  await scope.replies.say({ kind: 'export-empty', ...momentsOf(span.value) });
}

const take = (context: StaffContext, { from, to }: Days, format: Format): Promise<void> =>
  askFile(context, { what: 'recoveries', from, to, format });

const momentsOf = ({ from, to }: Days) => ({
  fromAt: startOfDay(from).getTime(),
  toAt: startOfDay(to).getTime(),
});
