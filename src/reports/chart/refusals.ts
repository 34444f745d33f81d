import { drawBars } from './bars.js';
import { palette } from './palette.js';
import { drawCard, writeInMiddle, type Panel } from './panel.js';

/** So many fit. */
const mostShown = 5;

/** The reasons that were given most often; whoever counted them has put the most frequent first. */
export const refusals: Panel = (stats, at, brush, formatter) => {
  const rows = stats.refusals.slice(0, mostShown).map(({ kind, count }) => ({
    label: formatter.say(`chart-refusal-${kind}`),
    count,
    written: formatter.number(count),
    note: '',
  }));
  const inner = drawCard(
    at,
    brush,
    formatter.say('chart-refusals'),
    rows.length > 0 ? formatter.say('chart-in-people') : '',
  );
  if (rows.length === 0) return writeInMiddle(formatter.say('chart-no-refusals'), inner, brush);
  const most = Math.max(...rows.map(({ count }) => count));
  drawBars(rows, { most, colour: palette.amber, noteWidth: 0 }, inner, brush);
};
