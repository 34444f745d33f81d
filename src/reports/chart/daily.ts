import type { Stats } from '../stats.js';
import type { Box, Brush } from './brush.js';
import { palette } from './palette.js';
import { drawCard, writeInMiddle, type Panel } from './panel.js';
import type { Tongue } from './tongue.js';

type Days = Stats['days'];

/** A bar for each day, the first one where reading begins. */
export const daily: Panel = ({ days }, at, brush, tongue) => {
  const most = days.reduce((highest, { done }) => Math.max(highest, done), 0);
  const highest = most > 0 ? tongue.say('chart-highest', { most: tongue.number(most) }) : '';
  const inner = drawCard(at, brush, tongue.say('chart-daily'), highest);
  if (most === 0) return writeInMiddle(tongue.say('chart-nothing'), inner, brush);
  drawDays(days, most, { ...inner, height: inner.height - 36 }, brush);
  writeEnds(days, inner, brush, tongue);
};

function drawDays(days: Days, most: number, plot: Box, brush: Brush): void {
  const pitch = plot.width / days.length;
  const width = Math.max(1.5, Math.min(pitch * 0.72, 64));
  days.forEach(({ done }, place) => {
    const x = plot.x + place * pitch + (pitch - width) / 2;
    const height = (plot.height * done) / most;
    brush.fill({ ...plot, x, width }, palette.groove, 8);
    brush.fill({ x, y: plot.y + plot.height - height, width, height }, palette.teal, 8);
  });
}

function writeEnds(days: Days, at: Box, brush: Brush, tongue: Tongue): void {
  const under = at.y + at.height - 4;
  const tick = { size: 26, colour: palette.quiet };
  const [first, last] = [days[0], days.at(-1)];
  if (first) brush.write(tongue.day(first.day), at.x, under, tick);
  if (last && last !== first) {
    brush.write(tongue.day(last.day), at.x + at.width, under, { ...tick, align: 'end' });
  }
}
