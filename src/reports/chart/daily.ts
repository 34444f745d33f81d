import type { Day } from '../../calendar/day.js';
import type { Stats } from '../stats.js';
import type { Box, Brush } from './brush.js';
import { palette } from './palette.js';
import { drawCard, writeInMiddle, type Panel } from './panel.js';
import type { LocaleFormatter } from './formatter.js';

/** So many bars can still be told apart on a phone; more days than that are shown by the week. */
const mostBars = 100;
const week = 7;

/** What one bar stands for: a day, or the week that begins with it. */
type Bars = Stats['days'];

/** A bar for each day, or for each week of a long span; the first one where reading begins. What is not over yet is paler. */
export const daily: Panel = (stats, at, brush, formatter) => {
  const { days, soFar } = stats;
  const weekly = days.length > mostBars;
  const bars = weekly ? inWeeks(days) : days;
  const most = bars.reduce((highest, { done }) => Math.max(highest, done), 0);
  const highest = { most: formatter.number(most) };
  const aside =
    most > 0 && bars.length > 1
      ? formatter.say(weekly ? 'chart-highest-week' : 'chart-highest', highest)
      : '';
  const inner = drawCard(at, brush, formatter.say(weekly ? 'chart-weekly' : 'chart-daily'), aside);
  if (most === 0) return writeInMiddle(formatter.say('chart-nothing'), inner, brush);
  const lastColour = soFar ? palette.tealSoFar : palette.teal;
  drawBars(bars, { most, lastColour }, { ...inner, height: inner.height - 50 }, brush);
  writeEnds(bars[0]?.day ?? stats.to, stats, inner, brush, formatter);
};

/** Whole weeks up to the last day. The few days before the first whole one would look like a bad week, and have no bar. */
function inWeeks(days: Bars): Bars {
  const whole = days.slice(days.length % week);
  return Array.from({ length: whole.length / week }, (_, place) => {
    const own = whole.slice(place * week, (place + 1) * week);
    return { day: own[0]?.day ?? '', done: own.reduce((sum, { done }) => sum + done, 0) };
  });
}

function drawBars(
  bars: Bars,
  { most, lastColour }: { most: number; lastColour: string },
  plot: Box,
  brush: Brush,
): void {
  const pitch = plot.width / bars.length;
  const width = Math.max(1.5, Math.min(pitch * 0.72, 64));
  bars.forEach(({ done }, place) => {
    const x = plot.x + place * pitch + (pitch - width) / 2;
    const height = (plot.height * done) / most;
    brush.fill({ ...plot, x, width }, palette.groove, 8);
    const colour = place === bars.length - 1 ? lastColour : palette.teal;
    brush.fill({ x, y: plot.y + plot.height - height, width, height }, colour, 8);
  });
}

function writeEnds(
  first: Day,
  { to, soFar }: Stats,
  at: Box,
  brush: Brush,
  formatter: LocaleFormatter,
): void {
  const last = soFar ? formatter.say('chart-so-far', { toAt: soFar }) : formatter.day(to);
  const under = at.y + at.height - 12;
  const tick = { size: 28, colour: palette.quiet };
  if (to === first) {
    return brush.write(last, at.x + at.width / 2, under, { ...tick, align: 'center' });
  }
  brush.write(formatter.day(first), at.x, under, tick);
  brush.write(last, at.x + at.width, under, { ...tick, align: 'end' });
}
