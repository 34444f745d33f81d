import type { PlatformName } from '../../src/chats/address.js';
import { messengers } from '../server/view.js';
import type { Way } from './way.js';

/** What may be wished on the command line. */
export interface Wish {
  only?: string[] | undefined;
  messenger?: string | undefined;
}

/** Which way is played where; or what was wished that there is not. */
export type Choice =
  { ok: true; programme: { way: Way; messenger: PlatformName }[] } | { ok: false; fault: string };

export function choose(ways: readonly Way[], { only, messenger }: Wish): Choice {
  const names: string[] = ways.map(({ name }) => name);
  const unknown = only?.find((wish) => !names.includes(wish));
  if (unknown !== undefined) {
    return { ok: false, fault: `There is no way "${unknown}". There are: ${names.join(', ')}.` };
  }
  const there = messengers.find((name) => name === messenger);
  if (messenger !== undefined && !there) {
    return { ok: false, fault: `There is no messenger "${messenger}". There are: ${messengers.join(', ')}.` };
  }
  const wished = ways.filter(({ name }) => only?.includes(name) ?? true);
  const placesOf = (way: Way) => (there ? [there] : (way.messengers ?? ['telegram']));
  const programme = wished.flatMap((way) => placesOf(way).map((place) => ({ way, messenger: place })));
  return { ok: true, programme };
}
