import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../support/databases.js';
import { systemClock, type Clock } from '../../src/clock.js';
import { headerRow, readAll, textRow, workbook } from '../import/files.js';
import { strangers, textOf } from '../import/list-harness.js';
import { invent } from '../support/invented.js';
import type { Env } from '../../src/config/setting.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import { makeImportRuns } from '../../src/import/runs.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { type } from './shell.js';

const appKey = Buffer.alloc(32, 'thirty-two bytes that are no key');

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

    const at = (line: string, own: Env = {}, interrupted?: AbortSignal) =>
      type(
        `members ${line}`,
        { APP_KEYS: appKey.toString('base64'), DATABASE_URL: database.url, ...own },
        systemClock,
        interrupted,
      );
    const listOf = (text: string): string => {
      const path = join(folder, 'list.csv');
      writeFileSync(path, text);
      return path;
    };
    /** As a supervisor reads it in the chat. */
    const codeFor = async (reference: string, clock: Clock = systemClock): Promise<string> => {
      const dataSource = await makeDataSource(parseDatabaseUrl(database.url)!).initialize();
      const parts = { keyring: makeKeyring({ keys: [appKey], random: systemRandom }), clock };
      const consent = await makeTransactionRunner(dataSource)(async (tx) => {
        const runs = makeImportRuns({ ...parts, tx, random: systemRandom });
        return runs.offerConsent((await runs.byReference(reference))!.id, 'staff:1');
      });
      await dataSource.destroy();
      return consent!.code;
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
      const undo = `undo ${referenceIn(said)} --approve ${await codeFor(referenceIn(said))}`;
      expect(await at(undo)).toMatchObject({ code: 0 });
      expect((await at(`import ${path}`)).said).toContain('3 new');
    });

    it('is asked for a code that a supervisor reads, from the first changed mobile on', async () => {
      const first = await at(`import ${listOf(textOf(strangers(31)))}`);
      await at(`apply ${referenceIn(first.said)}`);
      const moved = strangers(31).map((line, nth) => ({ ...line, mobile: `0939${1_000_000 + nth}` }));
      const { said } = await at(`import ${listOf(textOf(moved))}`);
      expect(said).toMatch(/line 2, 520000: mobile 0913•+00 -> 0939•+00\n(.*\n)*.*and 11 more members/);
      expect(said).toContain('31 SMS to the numbers that are replaced');
      const reference = referenceIn(said);
      expect(await at(`apply ${reference}`)).toMatchObject({ code: 1 });
      expect(await at(`apply ${reference} --approve ACDE3467`)).toMatchObject({ code: 1 });
      // Read while the clock was six hours ahead.
      const ahead = await codeFor(reference, { now: () => new Date(Date.now() + 6 * 3_600_000) });
      expect(await at(`apply ${reference} --approve ${ahead}`)).toMatchObject({ code: 1 });
      expect(await at(`apply ${reference} --approve ${await codeFor(reference)}`)).toMatchObject({ code: 0 });
      expect(await at(`undo ${reference}`)).toMatchObject({ code: 1 });
      expect(await at(`undo ${reference} --approve ${await codeFor(reference)}`)).toMatchObject({ code: 0 });
    });

    it('sees of which sheet it is, how many rows are hidden, and what is worth a look', async () => {
      const { insuredCode, nationalId } = invent(1);
      const values = [insuredCode, nationalId, '2026-03-21', '2027-03-20', '-'];
      const rows = headerRow + textRow(2, values).replace('<row', '<row hidden="1"');
      const path = join(folder, 'list.xlsx');
      writeFileSync(path, await workbook({ sheets: [{ name: 'Cover' }, { name: 'List', rows }] }));
      const { said } = await at(`import ${path}`);
      expect(said).toContain('Sheet "List": 1 rows, 1 of them hidden');
      expect(said).toContain(
        '1 times: This was taken as an empty cell, and changes nothing. First in line 2, mobile: -',
      );
    });

    it('is told when no row could be taken, and that there is nothing to apply', async () => {
      const nobody = strangers(2).map((line) => ({ ...line, nationalId: '12' }));
      const { code, said } = await at(`import ${listOf(textOf(nobody))}`);
      expect(said).toContain('No row could be taken.');
      expect(code).toBe(1);
      expect(said).not.toContain('members apply');
    });

    it('may stop it with Ctrl-C, and goes on with the same line', async () => {
      const path = listOf(textOf(strangers(2_500)));
      const stopped = await at(`import ${path}`, {}, AbortSignal.abort());
      expect(stopped.code).toBe(130);
      expect(stopped.said).toContain(`To go on from there: ramzyar members import ${path}`);
      const { said } = await at(`import ${path}`);
      expect(said).toContain('2500 new');
      expect(await at(`apply ${referenceIn(said)}`, {}, AbortSignal.abort())).toMatchObject({ code: 130 });
      expect(await at(`apply ${referenceIn(said)}`)).toMatchObject({ code: 0 });
    });

    it('writes what it found for its owner alone, whoever could read the file that was there', async () => {
      const path = listOf(textOf(strangers(1)));
      writeFileSync(`${path}.findings.csv`, 'of an earlier list', { mode: 0o644 });
      await at(`import ${path}`);
      expect(readFileSync(`${path}.findings.csv`, 'utf8')).not.toContain('of an earlier list');
      expect(statSync(`${path}.findings.csv`).mode & 0o777).toBe(0o600);
    });

    it('gets an empty list to fill in, without any settings, over no file that is there', async () => {
      const path = join(folder, 'empty.xlsx');
      expect(await type(`members template ${path}`)).toMatchObject({ code: 0 });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(await readAll(readFileSync(path))).toMatchObject([{ fault: { kind: 'file-no-rows' } }]);
      const again = await type(`members template ${path}`);
      expect(again).toMatchObject({ code: 1, said: `${path} is there already, and stays as it is.` });
      expect(await type(`members template ${join(folder, 'empty.doc')}`)).toMatchObject({ code: 2 });
    });

    it('is told what is wrong with a file, and with a line at the shell', async () => {
      expect(await at(`import ${listOf('a,b\n1,2\n')}`)).toMatchObject({ code: 1 });
      expect(await at('apply ACDE3467')).toMatchObject({ code: 1 });
      for (const line of [
        'import',
        'apply ACDE3467 --now',
        'undo ACDE3467 --approve',
        'apply ACDE3467 --approve',
      ]) {
        expect(await at(line)).toMatchObject({ code: 2 });
      }
    });
  });
});
