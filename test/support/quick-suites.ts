import { sourceFiles } from './source-files.js';

/** What makes a suite slow: a process or a browser of its own, the product as it is built, or messengers and the product played over HTTP. */
const slow = [
  'node:child_process',
  'playwright-core',
  'test/support/built.ts',
  'playground/emulator/emulator.ts',
];

/** Every suite that needs none of it, by what its files import. */
export function quickSuites(): string[] {
  const files = sourceFiles('test', 'bench', 'playground', 'src', 'conversations', 'entities');
  const imports = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap((one) => (one.typesOnly ? [] : one.from))]),
  );
  const reach = (path: string, seen = new Set<string>()): Set<string> => {
    for (const next of imports.get(path) ?? []) if (!seen.has(next)) reach(next, seen.add(next));
    return seen;
  };
  const suites = files.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'));
  return suites.filter((path) => !slow.some((need) => reach(path).has(need)));
}
