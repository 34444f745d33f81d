import { createCanvas } from '@napi-rs/canvas';
import type { Locale, Words } from '../../words/words.js';
import type { Stats } from '../stats.js';
import { spanWording } from '../span-wording.js';
import { makeBrush, type Box, type Brush } from './brush.js';
import type { ChartFont } from './font.js';
import { palette } from './palette.js';
import { daily } from './daily.js';
import { figures } from './figures.js';
import type { Panel } from './panel.js';
import { refusals } from './refusals.js';
import { stops } from './stops.js';
import { makeFormatter, type LocaleFormatter } from './formatter.js';

/** What a picture needs besides its numbers. */
export interface Easel {
  words: Words;
  locale: Locale;
  font: ChartFont;
  /** The insurer's name. */
  brand: string;
}

/** As wide as messengers show without cutting, four to five like a phone's screen. */
const page = { width: 1_080, height: 1_350 };
const margin = 30;
const gap = 20;

const layout: readonly { panel: Panel; height: number }[] = [
  { panel: figures, height: 152 },
  { panel: daily, height: 300 },
  { panel: stops, height: 342 },
  { panel: refusals, height: 342 },
];

/** A report on one picture, as PNG: to be read on a phone, in a dark chat or a light one. */
export async function drawStats(stats: Stats, { words, locale, font, brand }: Easel): Promise<Buffer> {
  const canvas = createCanvas(page.width, page.height);
  const paper = { width: page.width, rightToLeft: locale === 'fa' };
  const brush = makeBrush(canvas.getContext('2d'), paper, font);
  const formatter = makeFormatter(words, locale);
  brush.fill({ x: 0, y: 0, ...page }, palette.paper);
  writeTitle(stats, brand, brush, formatter);
  let y = 124;
  for (const { panel, height } of layout) {
    const at: Box = { x: margin, y, width: page.width - 2 * margin, height };
    panel(stats, at, brush, formatter);
    y += height + gap;
  }
  return canvas.encode('png');
}

function writeTitle(stats: Stats, brand: string, brush: Brush, formatter: LocaleFormatter): void {
  const start = margin + 10;
  const end = page.width - start;
  brush.write(formatter.say('chart-title'), start, 46, {
    size: 42,
    weight: 700,
    colour: palette.ink,
    within: 620,
  });
  brush.write(formatter.say(...spanWording(stats)), start, 94, {
    size: 28,
    colour: palette.quiet,
    within: 800,
  });
  brush.write(brand, end, 46, { size: 30, weight: 500, colour: palette.teal, align: 'end', within: 360 });
}
