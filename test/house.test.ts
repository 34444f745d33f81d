import { describe, expect, it } from 'vitest';
import { onlyIn, outside, packages, roots, table } from './house-table.js';
import { sourceFiles, type SourceFile } from './support/source-files.js';

const product = sourceFiles('src', 'conversations', 'entities');

/** The room of a file: `src/reset/open.ts` stands in `reset`, `src/clock.ts` is a room by itself. */
function roomOf(path: string): string {
  const inside = path.replace(/^src\//, '').replace(/\.ts$/, '');
  const part = Object.keys(table).find((room) => room.includes('/') && inside.startsWith(room));
  return part ?? inside.split('/')[0] ?? inside;
}

const standsIn = ({ path }: SourceFile, places: string[]): boolean =>
  places.some((place) => roomOf(path) === place || path.endsWith(`/${place}`) || path.endsWith(`-${place}`));

/** Every import from one room into another. */
const arrows = product.flatMap(({ path, imports }) =>
  imports
    .filter(({ from }) => from.endsWith('.ts'))
    .map(({ from, typesOnly }) => ({
      room: roomOf(path),
      to: roomOf(from),
      typesOnly,
      told: `${path} imports ${typesOnly ? 'types of ' : ''}${from}`,
    }))
    .filter(({ room, to }) => room !== to),
);

/** Rooms from which running code leads back to where it began. */
function circles(): string[] {
  const next = (room: string) => arrows.filter((arrow) => arrow.room === room && !arrow.typesOnly);
  const reach = (room: string, seen = new Set<string>()): Set<string> => {
    for (const { to } of next(room)) if (!seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  return Object.keys(table).filter((room) => reach(room).has(room));
}

const paths = (files: SourceFile[]): string[] => files.map(({ path }) => path);

describe('the house', () => {
  it('has a place in the table for every room', () => {
    const known = [...Object.keys(table), ...roots];
    expect(paths(product.filter((file) => !standsIn(file, known)))).toEqual([]);
  });

  it.each(Object.entries(table))('%s knows only whom it may', (room, { imports, types = [] }) => {
    const strays = arrows.filter(
      (arrow) =>
        arrow.room === room && !imports.includes(arrow.to) && !(arrow.typesOnly && types.includes(arrow.to)),
    );
    expect(strays.map(({ told }) => told)).toEqual([]);
  });

  it('has nobody who knows the playground or the tests', () => {
    expect(arrows.filter(({ to }) => outside.includes(to)).map(({ told }) => told)).toEqual([]);
  });

  it('has no circle of rooms', () => {
    expect(circles()).toEqual([]);
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
