import { startOfDay, dayInTehran } from '../calendar/tehran.js';
import { chatAddress } from '../chats/address.js';
import { askFile } from './ask-file.js';
import type { Shift, StaffCommand } from './staff-command.js';
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
  run: async (shift, argument) => {
    const words = wordsOf(argument);
    const format = formats.find((one) => words.some((word) => word.toLowerCase() === one));
    const rest = words.filter((word) => word.toLowerCase() !== format);
    await onSpan(shift, rest, async (days) => {
      if (format) return take(shift, days, format);
      const buttons = formats.map((one) => `export-${one}:${days.from}..${days.to}`);
      await shift.house.voice.say({ kind: 'export-which', ...momentsOf(days) }, [buttons]);
    });
  },
};

/** The buttons that choose; each carries the days. */
export const exportFormats: readonly StaffCommand[] = formats.map((format) => ({
  ...{ name: `export-${format}`, description: null, usage: null, least: 'supervisor' },
  run: (shift, argument) => onSpan(shift, argument.split('..'), (days) => take(shift, days, format)),
}));

/** Goes on with the days that are meant, if there are recoveries in them; else says why not. */
async function onSpan(
  { house, staff }: Shift,
  words: readonly string[],
  goOn: (days: Days) => Promise<void>,
): Promise<void> {
  const span = typedSpan(words, dayInTehran(house.clock.now()));
  if (!span.ok) {
    return house.voice.say([
      { kind: span.error, most: mostDays },
      { kind: 'usage', how: { kind: usage } },
    ]);
  }
  if (await staff.anyResets(span.value)) return goOn(span.value);
  await house.voice.say({ kind: 'export-empty', ...momentsOf(span.value) });
}

async function take(shift: Shift, { from, to }: Days, format: Format): Promise<void> {
  const { by, staff } = shift;
  const detail = { role: by.role, platform: chatAddress(by.chatKey).platform, from, to, format };
  await staff.audit.write({ reason: 'resets-exported', actor: `staff:${by.personId}`, detail });
  await askFile(shift, { what: 'recoveries', from, to, format });
}

const momentsOf = ({ from, to }: Days) => ({
  fromAt: startOfDay(from).getTime(),
  toAt: startOfDay(to).getTime(),
});
