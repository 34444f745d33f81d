import { drawBars } from './bars.js';
import { palette } from './palette.js';
import { drawCard, type Panel } from './panel.js';
import { waysDown } from '../stats.js';

/** How many came as far as each step, and so where people stop. */
export const stops: Panel = (stats, at, brush, formatter) => {
  const { begun } = stats.reached;
  const inner = drawCard(at, brush, formatter.say('chart-stops'), formatter.say('chart-once-a-day'));
  const rows = waysDown(stats).map(({ step, count, lost }) => {
    const note = lost > 0 ? formatter.say('chart-lost', { lost: formatter.number(lost) }) : '';
    return {
      label: formatter.say(`chart-step-${step}`),
      count,
      written: formatter.number(count),
      note,
    };
  });
  drawBars(
    rows,
    { most: begun, colour: palette.teal, noteWidth: begun < 1_000_000 ? 148 : 225 },
    inner,
    brush,
  );
};
