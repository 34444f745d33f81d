import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { describeError } from '../src/safe-error.js';

describe('what went wrong', () => {
  it('is told by class, code and place, and never in its own words', () => {
    const error = Object.assign(new RangeError('the code is 12345'), { code: 'ETOOBIG' });
    expect(describeError(error)).toMatch(/^RangeError ETOOBIG/);
    expect(describeError(error)).not.toContain('12345');
    expect(describeError('12345')).toBe('something thrown that is no error');
  });

  it.each([
    'at Runner.query (/app/src/driver/mysql/Runner.ts:291:19)',
    'at /app/node_modules/x/src/y.ts:1:1',
  ])('has its place in our own source, not in a library’s: %s', (theirs) => {
    const ours = 'at async open (/app/src/reset/open.ts:31:5)';
    const error = Object.assign(new Error('x'), { stack: `Error: x\n    ${theirs}\n    ${ours}` });
    expect(describeError(error)).toBe('Error at src/reset/open.ts:31');
  });

  it('has it where a built product asks the database for what is not there', () => {
    const dist = new URL('../dist/src/', import.meta.url).href;
    const script = `
      const { makeDataSource } = await import('${dist}db/data-source.js');
      const { leaseChat } = await import('${dist}intake/chat-lease.js');
      const { describeError } = await import('${dist}safe-error.js');
      const empty = await makeDataSource({ kind: 'sqlite', file: ':memory:' }).initialize();
      console.log(await leaseChat(empty.manager, 'telegram:1:2').catch(describeError));`;
    const run = ['--enable-source-maps', '--input-type=module', '-e', script];
    expect(execFileSync(process.execPath, run).toString()).toMatch(
      /^QueryFailedError SQLITE_ERROR at src\/intake\/chat-lease\.ts:\d+\n$/,
    );
  });
});
