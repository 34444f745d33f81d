import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { bare } from '../conversations/screen.js';
import { databases } from '../support/databases.js';
import { rowsIn } from '../support/table-file.js';
import { openChatHarness, type ChatHarness, type Colleague } from './chat-harness.js';
import { castDays, strangers, textOf } from './list-harness.js';

const iraj = person('iraj');

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('a list of members sent in the chat', () => {
    let harness: ChatHarness;
    let owner: Colleague;
    beforeAll(async () => {
      harness = await openChatHarness(kind);
      owner = harness.colleague('owner');
    });
    afterAll(() => harness.close());

    const ways = [
      ['telegram', 'fa', 0],
      ['bale', 'fa', 20],
      ['telegram', 'en', 40],
      ['bale', 'en', 60],
    ] as const;

    it.each(ways)(
      'on %s in %s is read, asked about, applied and taken back',
      async (messenger, locale, first) => {
        const shahin = harness.colleague('supervisor', messenger, locale);
        if (locale === 'en') await shahin.inEnglish();
        const before = await harness.members();
        const [faulty] = strangers(1, first + 9);
        const text = textOf([...strangers(9, first), { ...faulty!, nationalId: '12345' }]);
        await shahin.handsOver(text);
        const { id: told } = (await shahin.hears('list-read')).id ? await last(shahin) : { id: 0 };
        const judged = await shahin.hears('list-judged');
        expect(bare(judged.text)).toMatch(shahin.like('list-first-faults'));
        expect(bare(judged.text)).toContain(shahin.said('import-national-id-too-short'));
        await shahin.hears('ask-apply-list', { faulty: 1 });
        expect(await harness.members()).toBe(before);
        const { reference } = (await harness.runs()).at(-1)!;
        const file = await shahin.file(`findings-${reference}.xlsx`);
        const rows = await rowsIn(shahin.account.open(file));
        expect(rows).toHaveLength(2);
        expect(rows[1]?.cells[0]).toBe(11);

        shahin.press('staff-yes');
        await shahin.hears('list-over-applied', { overtaken: 0 });
        expect(await harness.members()).toBe(before + 9);
        expect(told).toBeGreaterThan(0);
        const [run] = (await harness.runs()).slice(-1);
        expect(run).toMatchObject({ state: 'done', newcomers: 9, faulty: 1 });

        shahin.account.say(`/import undo ${run!.reference}`);
        await shahin.hears('ask-undo-list-together', { mobiles: 0, firstMobiles: 0, nationalIds: 0 });
        shahin.press('staff-yes');
        await shahin.hears('approval-sent');
        const asked = await owner.pressesNext('approve');
        expect(bare(asked.text)).toMatch(owner.like('approval-asked'));
        await shahin.hears('list-over-undone', { kept: 0 });
        expect(await harness.members()).toBe(before);
      },
    );

    const last = async (one: ReturnType<ChatHarness['colleague']>) =>
      one.account.messages().findLast(({ text }) => one.like('list-read').test(bare(text)))!;

    it('tells how many names it changes, and shows them by their ends', async () => {
      const parvaneh = harness.colleague('owner');
      await parvaneh.handsOver(
        textOf([{ ...person('behrouz'), ...castDays(harness.clock, 30), mobile: '', name: 'بهروز پایدار' }]),
      );
      const judged = await parvaneh.hears('list-judged');
      for (const part of ['movedPeriods', 'names'])
        expect(bare(judged.text)).toContain(parvaneh.said(`list-part-${part}`, { count: 1 }));
      expect(bare(judged.text)).not.toMatch(parvaneh.like('list-part-givenBack'));
      expect(bare(judged.text)).toMatch(/ب•••ز آ•••ی[^\n]*ب•••ز پ••••ر/);
      await parvaneh.hears('ask-apply-list', { faulty: 0 });
      parvaneh.press('staff-no');
      await parvaneh.hears('act-dropped');
    });

    it('changes nothing when it is dropped, and no button of it works any more', async () => {
      const shahin = harness.colleague('owner');
      await shahin.handsOver(textOf([{ ...iraj, ...castDays(harness.clock, 30) }]));
      await shahin.hears('ask-apply-list', { faulty: 0 });
      const yes = shahin.keepButton('staff-yes');
      shahin.press('staff-no');
      await shahin.hears('act-dropped');
      yes();
      await shahin.hears('question-over');
      expect((await harness.runs()).at(-1)?.state).toBe('refused');
    });
  });
});
