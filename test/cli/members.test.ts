import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../support/databases.js';
import { strangers, textOf } from '../import/list-harness.js';
import type { Env } from '../../src/config/setting.js';
import { type } from './shell.js';

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('an operator with a list of members', () => {
    let folder: string;
    let database: Awaited<ReturnType<typeof createEmpty>>;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
      database = await createEmpty();
    });
    afterEach(async () => {
      await database.drop();
      rmSync(folder, { recursive: true });
    });

    const at = (line: string, own: Env = {}) =>
      type(`members ${line}`, {
        TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
        APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
        SMS_PROVIDERS: 'file',
        DATABASE_URL: database.url,
        ...own,
      });
    const listOf = (text: string): string => {
      const path = join(folder, 'list.csv');
      writeFileSync(path, text);
      return path;
    };
    const referenceIn = (said: string): string => /members (?:apply|undo) (\w+)/.exec(said)?.[1] ?? 'none';

    it('sees what it would do, applies it, and takes it back', async () => {
      const path = listOf(`${textOf(strangers(3))}12,,,,,\n`);
      const { code, said } = await at(`import ${path}`);
      expect(said).toContain('3 new, 0 changed, 0 unchanged, 1 lines with faults');
      expect(code).toBe(0);
      expect(readFileSync(`${path}.findings.csv`, 'utf8').split('\n').length).toBeGreaterThan(3);
      expect(await at(`apply ${referenceIn(said)}`)).toMatchObject({ code: 0 });
      expect((await at(`import ${path}`)).said).toContain('0 new, 0 changed, 3 unchanged');
      expect(await at(`undo ${referenceIn(said)}`)).toMatchObject({ code: 0 });
      expect((await at(`import ${path}`)).said).toContain('3 new');
    });

    it('is asked for a second person when it changes many mobiles', async () => {
      const first = await at(`import ${listOf(textOf(strangers(101)))}`);
      await at(`apply ${referenceIn(first.said)}`);
      const moved = strangers(101).map((line, nth) => ({ ...line, mobile: `0939${1_000_000 + nth}` }));
      const { said } = await at(`import ${listOf(textOf(moved))}`);
      expect(said).toMatch(/line 2, 520000: mobile 0913•+00 -> 0939•+00\n(.*\n)*.*and 81 more members/);
      const reference = referenceIn(said);
      expect(await at(`apply ${reference}`)).toMatchObject({ code: 1 });
      expect(await at(`apply ${reference} --approve`)).toMatchObject({ code: 0 });
    });

    it('is asked for one at the first number where the house will have it so', async () => {
      await at(`apply ${referenceIn((await at(`import ${listOf(textOf(strangers(1)))}`)).said)}`);
      const moved = strangers(1).map((line) => ({ ...line, mobile: '09391000000' }));
      const reference = referenceIn((await at(`import ${listOf(textOf(moved))}`)).said);
      expect(await at(`apply ${reference}`, { LIST_IDENTITIES_ALONE: '0' })).toMatchObject({ code: 1 });
      expect(await at(`apply ${reference}`)).toMatchObject({ code: 0 });
    });

    it('is told what is wrong with a file, and with a line at the shell', async () => {
      expect(await at(`import ${listOf('a,b\n1,2\n')}`)).toMatchObject({ code: 1 });
      expect(await at('apply ACDE3467')).toMatchObject({ code: 1 });
      for (const line of ['import', 'apply ACDE3467 --now', 'undo ACDE3467 --approve']) {
        expect(await at(line)).toMatchObject({ code: 2 });
      }
    });
  });
});
