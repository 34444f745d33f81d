import { answering } from './answering.js';
import { downloads } from './downloads.js';
import { editing } from './editing.js';
import { identity } from './identity.js';
import { menus } from './menus.js';
import type { Method } from './method.js';
import { receiving } from './receiving.js';
import { sending } from './sending.js';

const all: Readonly<Record<string, Method>> = {
  ...identity,
  ...receiving,
  ...sending,
  ...editing,
  ...answering,
  ...downloads,
  ...menus,
};

const byLowerCase = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** The method with this name, in whatever case it is written, and its proper name. */
export const findMethod = (name: string) => byLowerCase.get(name.toLowerCase());
