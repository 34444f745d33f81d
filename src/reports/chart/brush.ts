import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ChartFont } from './font.js';

/** A box on the picture, in pixels. `x` counts from the side where reading begins: the right one in Persian. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Lettering {
  size: number;
  colour: string;
  weight?: 400 | 500 | 700;
  align?: 'start' | 'center' | 'end';
  /** What does not fit is made smaller. */
  within?: number;
}

/** Draws on a picture that is laid out once and mirrored for scripts that run from right to left. */
export interface Brush {
  fill(box: Box, colour: string, radius?: number): void;
  /** `y` is the middle of the line. */
  write(text: string, x: number, y: number, lettering: Lettering): void;
}

/** Letters of this font look centred when they stand a little lower than the canvas would have them. */
const belowMiddle = 0.09;

export function makeBrush(
  context: SKRSContext2D,
  page: { width: number; rightToLeft: boolean },
  { family }: ChartFont,
): Brush {
  const mirrored = (x: number): number => (page.rightToLeft ? page.width - x : x);
  context.direction = page.rightToLeft ? 'rtl' : 'ltr';
  context.textBaseline = 'middle';
  return {
    fill: ({ x, y, width, height }, colour, radius = 0) => {
      context.fillStyle = colour;
      context.beginPath();
      const left = page.rightToLeft ? page.width - x - width : x;
      context.roundRect(left, y, width, height, Math.min(radius, width / 2, height / 2));
      context.fill();
    },
    write: (text, x, y, { size, colour, weight = 400, align = 'start', within = Infinity }) => {
      context.font = `${weight} ${size}px ${family}`;
      const { width } = context.measureText(text);
      if (width > within) context.font = `${weight} ${Math.floor((size * within) / width)}px ${family}`;
      context.fillStyle = colour;
      context.textAlign = align;
      context.fillText(text, mirrored(x), y + size * belowMiddle);
    },
  };
}
