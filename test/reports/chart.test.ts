import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawStats } from '../../src/reports/chart/draw-stats.js';
import { loadChartFont } from '../../src/reports/chart/font.js';
import { palette } from '../../src/reports/chart/palette.js';
import { refusalOf } from '../../src/audit/vocabulary.js';
import { steps, type Stats } from '../../src/reports/stats.js';
import { loadWords } from '../../src/words/load-words.js';
import { locales } from '../../src/words/words.js';
import * as samples from './sample-stats.js';

const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));
const font = loadChartFont();
const draw = (stats: Stats, locale: 'fa' | 'en' = 'fa') =>
  drawStats(stats, { words, locale, font, brand: words.plain(locale, 'chart-title') });

const rulerAt = (size: number) => {
  const ruler = createCanvas(1, 1).getContext('2d');
  ruler.font = `${size}px ${font.family}`;
  return (text: string) => ruler.measureText(text).width;
};

/** The colour of one point of a picture, as `#RRGGBB`. */
async function pointOf(png: Buffer, x: number, y: number): Promise<string> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const colour = Buffer.from(context.getImageData(x, y, 1, 1).data.subarray(0, 3));
  return `#${colour.toString('hex').toUpperCase()}`;
}

describe('the picture of numbers', () => {
  it.each(Object.entries(samples))(
    'of %s is drawn in both languages, as wide as a phone shows',
    async (_, stats) => {
      for (const locale of locales) {
        const image = await loadImage(await draw(stats, locale));
        expect([image.width, image.height]).toEqual([1_080, 1_350]);
      }
    },
  );

  it('is small enough for a chat on a poor line', async () => {
    expect((await draw(samples.flood)).length).toBeLessThan(400_000);
  });

  it('is the same picture for the same numbers, and another one for others', async () => {
    const [once, again] = [await draw(samples.month), await draw(samples.month)];
    const oneMore = { ...samples.month, reached: { ...samples.month.reached, done: 794 } };
    expect(again.equals(once)).toBe(true);
    expect((await draw(oneMore)).equals(once)).toBe(false);
  });

  it('has a day without recoveries empty, and the best one full', async () => {
    const days = [0, 5].map((done, place) => ({ day: `2025-09-0${place + 1}`, done }));
    const png = await draw({ ...samples.month, days }, 'en');
    expect(await pointOf(png, 300, 400)).toBe(palette.groove);
    expect(await pointOf(png, 780, 400)).toBe(palette.teal);
  });

  it('has the day that is not over paler than one that is, on the side where reading ends', async () => {
    const days = [3, 5].map((done, place) => ({ day: `2025-09-0${place + 1}`, done }));
    for (const [locale, x] of [
      ['fa', 300],
      ['en', 780],
    ] as const) {
      const png = await draw({ ...samples.monthSoFar, days }, locale);
      expect(await pointOf(png, x, 400)).toBe(palette.tealSoFar);
      expect(await pointOf(png, 1_080 - x, 480)).toBe(palette.teal);
    }
  });

  it('begins on the right in Persian', async () => {
    const days = [0, 5].map((done, place) => ({ day: `2025-09-0${place + 1}`, done }));
    const png = await draw({ ...samples.month, days }, 'fa');
    expect(await pointOf(png, 780, 400)).toBe(palette.groove);
    expect(await pointOf(png, 300, 400)).toBe(palette.teal);
  });

  it('shows no transparent place, so that dark chats do not shine through', async () => {
    const png = await draw(samples.nothing);
    for (const [x, y] of [
      [0, 0],
      [1_079, 0],
      [0, 1_349],
      [1_079, 1_349],
    ] as const) {
      expect(await pointOf(png, x, y)).toBe(palette.paper);
    }
  });
});

describe('its letters', () => {
  it('are joined as Persian is', () => {
    const width = rulerAt(32);
    const word = 'سلام';
    const apart = Array.from(word, width).reduce((sum, letter) => sum + letter, 0);
    expect(width(word)).toBeLessThan(apart * 0.9);
  });

  it('are never missing in silence', () => {
    expect(() => loadChartFont('vazirmatn/fonts/none')).toThrow();
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-font-'));
    writeFileSync(join(folder, 'Vazirmatn-Regular.ttf'), 'no font at all');
    expect(() => loadChartFont(folder)).toThrow('Regular');
    rmSync(folder, { recursive: true });
  });

  it.each(locales)('leave every label large enough to read (%s)', (locale) => {
    const width = rulerAt(28);
    const keys = [
      ...steps.map((step) => `chart-step-${step}`),
      ...[...refusalOf.values(), 'other'].map((kind) => `chart-refusal-${kind}`),
    ];
    const cramped = keys.filter((key) => width(words.plain(locale, key)) > 335 * (28 / 24));
    expect(cramped).toEqual([]);
  });
});

describe('its colours', () => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = Array.from(Buffer.from(colour.slice(1), 'hex'), (part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, another: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(another)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  it.each([
    ['ink', palette.ink, 7],
    ['quiet', palette.quiet, 4.5],
    ['teal', palette.teal, 4.5],
    ['teal of a day that is not over', palette.tealSoFar, 3],
    ['amber', palette.amber, 4],
  ])('%s stands out from card and paper', (_, colour, least) => {
    expect(contrast(colour, palette.card)).toBeGreaterThanOrEqual(least);
    expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(least);
  });
});
