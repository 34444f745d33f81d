import { describe, expect, it } from 'vitest';
import { floors, onlyIn, outside, packages, roots } from './house-table.js';
import { sourceFiles, type SourceFile } from './support/source-files.js';

const product = sourceFiles('src', 'conversations', 'entities');

/** Every room with a floor, and the number of that floor from the ground. */
const floorOf = new Map(floors.flatMap((floor, number) => Object.keys(floor).map((room) => [room, number])));

/** The room of a file: `src/reset/open.ts` stands in `reset`, `src/clock.ts` is a room by itself. */
function roomOf(path: string): string {
  const inside = path.replace(/^src\//, '').replace(/\.ts$/, '');
  const part = [...floorOf.keys()].find((room) => room.includes('/') && inside === room);
  return part ?? inside.split('/')[0] ?? inside;
}

const standsIn = ({ path }: SourceFile, places: string[]): boolean =>
  places.some((place) => roomOf(path) === place || path.endsWith(`/${place}`) || path.endsWith(`-${place}`));

/** Every import from one room into another, for its types alone or not. */
const arrows = product.flatMap(({ path, imports }) =>
  imports
    .filter(({ from }) => from.endsWith('.ts'))
    .map(({ from }) => ({ room: roomOf(path), to: roomOf(from), told: `${path} imports ${from}` }))
    .filter(({ room, to }) => room !== to),
);

const paths = (files: SourceFile[]): string[] => files.map(({ path }) => path);

describe('the house', () => {
  it('has a floor for every room', () => {
    const known = [...floorOf.keys(), ...roots];
    expect(paths(product.filter((file) => !standsIn(file, known)))).toEqual([]);
  });

  it('has no room that knows one of its own floor or above', () => {
    const upwards = arrows.filter(
      ({ room, to }) => !roots.includes(room) && (floorOf.get(to) ?? Infinity) >= (floorOf.get(room) ?? 0),
    );
    expect(upwards.map(({ told }) => told)).toEqual([]);
  });

  it.each(floors.flatMap((floor) => Object.entries(floor)))('%s knows just whom it says', (room, known) => {
    const told = new Set(arrows.filter((arrow) => arrow.room === room).map(({ to }) => to));
    expect([...told].sort()).toEqual(known.split(' ').filter(Boolean).sort());
  });

  it('has nobody who knows the playground or the tests', () => {
    expect(arrows.filter(({ to }) => outside.includes(to)).map(({ told }) => told)).toEqual([]);
  });

  it.each(Object.entries(packages))('names %s only where it belongs', (name, places) => {
    const names = ({ imports }: SourceFile) =>
      imports.some(({ from }) => from === name || from.startsWith(`${name}/`));
    const strays = product.filter((file) => names(file) && !standsIn(file, [...places, ...roots]));
    expect(paths(strays)).toEqual([]);
  });

  it.each(onlyIn)('keeps $what in its place', ({ pattern, places }) => {
    expect(paths(product.filter((file) => pattern.test(file.code) && !standsIn(file, places)))).toEqual([]);
  });

  it('has no file that does not fit the eye', () => {
    // A migration tells one change of the tables from end to end, and is never edited again.
    const told = product.filter(({ path }) => !path.startsWith('src/db/migrations/'));
    const tall = told.filter(({ lines }) => lines > 200);
    expect(tall.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it('has no drawers', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|shared|types|misc|managers?)(\/|\.ts$)/;
    expect(paths(product).filter((path) => drawer.test(path))).toEqual([]);
  });
});
