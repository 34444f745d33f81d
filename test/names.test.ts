import { describe, expect, it } from 'vitest';
import { exportedNames } from './support/exported-names.js';
import { sourceFiles } from './support/source-files.js';

describe('a name', () => {
  it('stands for one thing: no two files let out the same', () => {
    const filesOf = new Map<string, string[]>();
    for (const { path, code } of sourceFiles('src', 'conversations', 'entities'))
      for (const name of exportedNames(code)) filesOf.set(name, [...(filesOf.get(name) ?? []), path]);
    expect(filesOf.size).toBeGreaterThan(1_000);
    const shared = [...filesOf].filter(([, files]) => files.length > 1);
    expect(shared.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
  });

  it.each([
    ['a function', 'export async function open() {}', ['open']],
    ['a class', 'export abstract class Row {}', ['Row']],
    [
      'constants',
      'export const one = 1, { two, of: [three, , ...rest] } = it;',
      ['one', 'two', 'three', 'rest'],
    ],
    ['a type', 'export type Kind = 1;', ['Kind']],
    ['an interface that is told twice', 'export interface Part {} export interface Part {}', ['Part']],
    ['a list at the end', 'const a = 1; type B = 2; export { a, type B as C };', ['a', 'C']],
    [
      'nothing of its own',
      "export { a } from './a.js'; export * from './b.js'; export * as c from './c.js';",
      [],
    ],
    ['nothing but what it was given', "import { type A } from './a.js'; export type { A };", []],
    ['nothing with a name', 'const a = 1; export default function named() {}', []],
  ])('is found where a file lets out %s', (_what, text, names) => {
    expect(exportedNames(text)).toEqual(names);
  });
});
