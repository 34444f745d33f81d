import type { PlatformName } from '../../src/platforms.js';
import { messengers } from '../server/who-and-where.js';
import type { Way } from './way.js';

/** What may be wished on the command line. */
export interface Wish {
  only?: string[] | undefined;
  messenger?: string | undefined;
  portal?: string | undefined;
}

/** Part of the product, or a service of its own behind the published contract. */
const portals = ['embedded', 'http'] as const;

/** What is to be played where, before which portal. */
export interface Part {
  way: Way;
  messenger: PlatformName;
  portal: (typeof portals)[number];
}

/** The programme; or what was wished that there is not. */
export type Choice = { ok: true; programme: Part[] } | { ok: false; fault: string };

export function choose(ways: readonly Way[], { only, messenger, portal = 'embedded' }: Wish): Choice {
  const names: string[] = ways.map(({ name }) => name);
  const unknown = only?.find((wish) => !names.includes(wish));
  if (unknown !== undefined) {
    return { ok: false, fault: `There is no way "${unknown}". There are: ${names.join(', ')}.` };
  }
  const there = messengers.find((name) => name === messenger);
  if (messenger !== undefined && !there) {
    return { ok: false, fault: `There is no messenger "${messenger}". There are: ${messengers.join(', ')}.` };
  }
  const before = portals.find((name) => name === portal);
  if (!before)
    return { ok: false, fault: `There is no portal "${portal}". There are: ${portals.join(', ')}.` };
  const wished = ways.filter(({ name }) => only?.includes(name) ?? true);
  const placesOf = (way: Way) => (there ? [there] : (way.messengers ?? ['telegram']));
  const programme = wished.flatMap((way) =>
    placesOf(way).map((place) => ({ way, messenger: place, portal: before })),
  );
  return { ok: true, programme };
}
