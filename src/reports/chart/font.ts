import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** The name of a font that is certainly there; without one, no chart can be drawn. */
export interface ChartFont {
  family: string;
}

const family = 'Vazirmatn';
const weights = ['Regular', 'Medium', 'Bold'];

/**
 * Loads the letters of all charts, from the package that carries them. Throws when they are missing: drawing without them
 * would silently take whatever font the machine has, and print empty boxes.
 */
export function loadChartFont(folder = 'vazirmatn/fonts/ttf'): ChartFont {
  const { resolve } = createRequire(import.meta.url);
  for (const weight of weights) {
    const path = resolve(`${folder}/${family}-${weight}.ttf`);
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`the font ${weight} cannot be read`);
  }
  return { family };
}
