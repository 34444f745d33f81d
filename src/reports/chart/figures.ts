import type { Stats } from '../stats.js';
import { palette } from './palette.js';
import type { Panel } from './panel.js';
import type { LocaleFormatter } from './formatter.js';

/** Four numbers large enough to be read from afar. */
export const figures: Panel = ({ reached, neededNone, sms }, at, brush, formatter) => {
  const tiles = [
    { value: formatter.number(reached.done), label: formatter.say('chart-done') },
    {
      value: formatter.share(reached.done, reached.begun - neededNone),
      label: formatter.say('chart-success'),
    },
    { value: formatter.number(sms.sent), label: smsLabel(sms, formatter) },
    { value: sms.cost === null ? '–' : formatter.number(sms.cost), label: formatter.say('chart-cost') },
  ];
  const gap = 20;
  const width = (at.width - gap * (tiles.length - 1)) / tiles.length;
  tiles.forEach(({ value, label }, place) => {
    const x = at.x + place * (width + gap);
    const middle = x + width / 2;
    brush.fill({ ...at, x, width }, palette.card, 28);
    const centred = { align: 'center', within: width - 28 } as const;
    brush.write(value, middle, at.y + 62, { size: 54, weight: 700, colour: palette.teal, ...centred });
    brush.write(label, middle, at.y + 122, { size: 28, colour: palette.quiet, ...centred });
  });
};

function smsLabel({ arrived }: Stats['sms'], formatter: LocaleFormatter): string {
  if (arrived === null) return formatter.say('chart-sms-sent');
  return formatter.say('chart-sms', { arrived: formatter.share(arrived.count, arrived.of) });
}
