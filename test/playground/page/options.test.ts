import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../playground/options.js';

describe('what is asked of npm run playground', () => {
  it.each([
    [[], { kind: 'play', port: null }],
    [['--port', '5050'], { kind: 'play', port: 5050 }],
    [['--port=5050'], { kind: 'play', port: 5050 }],
    [['--help'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
  ])('is understood: %j', (argv, asked) => {
    expect(readOptions(argv)).toEqual(asked);
  });

  it.each([['0'], ['65536'], ['http'], ['40.5'], ['']])('must be a port where it says so: %j', (port) => {
    expect(readOptions(['--port', port])).toMatchObject({
      kind: 'fault',
      fault: expect.stringContaining(`“${port}”`) as string,
    });
  });

  it('is refused by name where it is nothing known', () => {
    expect(readOptions(['--prot', '5050'])).toMatchObject({
      kind: 'fault',
      fault: expect.stringContaining('--prot') as string,
    });
  });
});
