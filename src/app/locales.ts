import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of sentences: beside `src`, or two steps up from what `npm run build` has made of it. */
export function localesFolder(): string {
  const places = ['../../locales', '../../../locales'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('the folder locales/ is missing');
  return found;
}
