import type { Box, Brush } from './brush.js';
import { palette } from './palette.js';

/** One line: what is counted, how many, and a word about it. */
export interface Bar {
  label: string;
  count: number;
  /** The count, written out. */
  written: string;
  /** Empty for none. */
  note: string;
}

/** How all bars of a panel look. */
export interface BarLook {
  /** The count that fills a bar's whole length. */
  most: number;
  colour: string;
  /** Space kept for notes, in pixels. */
  noteWidth: number;
}

const labelWidth = 335;
/** Millions have their name behind them. */
const countWidth = (most: number): number => (most < 1_000_000 ? 104 : 190);
const gap = 18;
const thickness = 22;

/** Bars one under the other, each between its label and its count. */
export function drawBars(
  bars: readonly Bar[],
  { most, colour, noteWidth }: BarLook,
  at: Box,
  brush: Brush,
): void {
  const pitch = Math.min(52, at.height / bars.length);
  const x = at.x + labelWidth + gap;
  const beside = countWidth(most) + noteWidth;
  const groove = { x, width: at.width - (x - at.x) - gap - beside, height: thickness };
  bars.forEach(({ label, count, written, note }, place) => {
    const middle = at.y + place * pitch + pitch / 2;
    const y = middle - thickness / 2;
    const width = most > 0 ? (groove.width * count) / most : 0;
    brush.write(label, at.x, middle, { size: 28, colour: palette.ink, within: labelWidth });
    brush.fill({ ...groove, y }, palette.groove, thickness);
    if (width > 0) brush.fill({ ...groove, y, width: Math.max(width, thickness) }, colour, thickness);
    const number = { size: 29, weight: 700, colour: palette.ink, within: countWidth(most) - 10 } as const;
    brush.write(written, groove.x + groove.width + gap, middle, number);
    const aside = { size: 27, colour: palette.amber, align: 'end', within: noteWidth - 10 } as const;
    if (note) brush.write(note, at.x + at.width, middle, aside);
  });
}
