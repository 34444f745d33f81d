import { existsSync, readFileSync } from 'node:fs';

/** The version that package.json names: beside `src`, or two steps up from what `npm run build` has made of it. */
export function productVersion(): string {
  const places = ['../../package.json', '../../../package.json'];
  const found = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
  if (!found) throw new Error('package.json is missing');
  const { version } = JSON.parse(readFileSync(found, 'utf8')) as { version: string };
  return version;
}
