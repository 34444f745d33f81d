import type { PlatformName } from '../../src/chats/address.js';
import { messengers } from '../server/view.js';
import type { Way } from './way.js';

/** What may be wished on the command line. */
export interface Wish {
  only?: string[] | undefined;
  messenger?: string | undefined;
}

/** Which way is played where. Throws on a wish for what there is not. */
export function chosen(
  ways: readonly Way[],
  { only, messenger }: Wish,
): { way: Way; messenger: PlatformName }[] {
  const names = ways.map(({ name }) => name);
  const stranger = only?.find((wish) => !names.some((name) => name === wish));
  if (stranger !== undefined) throw new Error(`no way "${stranger}"; there are ${names.join(', ')}`);
  const there = messengers.find((name) => name === messenger);
  if (messenger !== undefined && !there) throw new Error(`--messenger ${messengers.join(' or ')}`);

  return ways
    .filter(({ name }) => only?.includes(name) ?? true)
    .flatMap((way) =>
      (there ? [there] : (way.messengers ?? ['telegram'])).map((name) => ({ way, messenger: name })),
    );
}
