import type { Stats } from '../stats.js';
import { palette } from './palette.js';
import type { Panel } from './panel.js';
import type { LocaleFormatter } from './formatter.js';

/** Four numbers to be read from across the room. */
export const figures: Panel = ({ reached, sms }, at, brush, tongue) => {
  const tiles = [
    { value: tongue.number(reached.done), label: tongue.say('chart-done') },
    { value: tongue.share(reached.done, reached.begun), label: tongue.say('chart-success') },
    { value: tongue.number(sms.sent), label: smsLabel(sms, tongue) },
    { value: sms.cost === null ? '–' : tongue.number(sms.cost), label: tongue.say('chart-cost') },
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

function smsLabel({ arrived }: Stats['sms'], tongue: LocaleFormatter): string {
  if (arrived === null) return tongue.say('chart-sms-sent');
  return tongue.say('chart-sms', { arrived: tongue.share(arrived.count, arrived.of) });
}
