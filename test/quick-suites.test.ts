import { describe, expect, it } from 'vitest';
import { quickSuites } from './support/quick-suites.js';
import { sourceFiles } from './support/source-files.js';

const every = sourceFiles('test').flatMap(({ path }) => (path.endsWith('.test.ts') ? path : []));
const quick = quickSuites();
const under = (folder: string, paths: string[]) => paths.filter((path) => path.startsWith(`test/${folder}/`));

describe('the quick loop', () => {
  it.each(['journeys', 'faults', 'deploy'])(
    'leaves out every suite of %s that starts something',
    (folder) => {
      expect(under(folder, every).length).toBeGreaterThan(0);
      expect(under(folder, quick)).toEqual([]);
    },
  );

  it.each(['identity', 'limits', 'members', 'conversations', 'words', 'keys'])('has all of %s', (folder) => {
    expect(under(folder, quick).length).toBeGreaterThan(0);
    expect(under(folder, quick)).toEqual(under(folder, every));
  });

  it('has what holds the house, the documents and the heart to what they promise', () => {
    expect(quick).toEqual(expect.arrayContaining(['test/house.test.ts', 'test/docs.test.ts']));
    expect(quick).toEqual(
      expect.arrayContaining(['test/reset/races.test.ts', 'test/reset/settlement.test.ts']),
    );
    expect(quick.length).toBeGreaterThan(every.length / 2);
  });
});
