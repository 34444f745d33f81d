import { drawBars } from './bars.js';
import { palette } from './palette.js';
import { drawCard, type Panel } from './panel.js';
import { steps } from '../stats.js';

/** How many came as far as each step, and so where people stop. */
export const stops: Panel = ({ reached }, at, brush, formatter) => {
  const inner = drawCard(at, brush, formatter.say('chart-stops'), formatter.say('chart-once-a-day'));
  const rows = steps.map((step, place) => {
    const before = steps[place - 1];
    const lost = before ? reached[before] - reached[step] : 0;
    const note = lost > 0 ? formatter.say('chart-lost', { lost: formatter.number(lost) }) : '';
    return {
      label: formatter.say(`chart-step-${step}`),
      count: reached[step],
      written: formatter.number(reached[step]),
      note,
    };
  });
  drawBars(
    rows,
    { most: reached.begun, colour: palette.teal, noteWidth: reached.begun < 1_000_000 ? 148 : 225 },
    inner,
    brush,
  );
};
