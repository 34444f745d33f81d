import type { Stats } from '../stats.js';
import type { Box, Brush } from './brush.js';
import { palette } from './palette.js';
import type { LocaleFormatter } from './formatter.js';

/** One part of the picture. */
export type Panel = (stats: Stats, at: Box, brush: Brush, formatter: LocaleFormatter) => void;

const padding = 32;
/** Where the title's line has its middle, and where what is under it begins. */
const title = { middle: 44, bottom: 76 };

/** A white card with a title at its start and perhaps an aside at its end; gives the space that is left. */
export function drawCard(at: Box, brush: Brush, heading: string, aside = ''): Box {
  const [x, end] = [at.x + padding, at.x + at.width - padding];
  brush.fill(at, palette.card, 28);
  brush.write(heading, x, at.y + title.middle, { size: 31, weight: 700, colour: palette.ink });
  brush.write(aside, end, at.y + title.middle, { size: 28, colour: palette.quiet, align: 'end' });
  return { x, y: at.y + title.bottom, width: end - x, height: at.height - title.bottom - 20 };
}

/** One sentence in the middle of a card that has nothing to show. */
export function writeInMiddle(sentence: string, at: Box, brush: Brush): void {
  const lettering = { size: 30, colour: palette.quiet, align: 'center', within: at.width } as const;
  brush.write(sentence, at.x + at.width / 2, at.y + at.height / 2 - 10, lettering);
}
