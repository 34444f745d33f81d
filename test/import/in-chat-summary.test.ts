import { describe, expect, it } from 'vitest';
import { bare } from '../conversations/screen.js';
import { invent } from '../support/invented.js';
import { chatForEachTest } from './chat-for-each-test.js';
import { headerRow, textRow, workbook } from './files.js';
import { strangers, textOf } from './list-harness.js';

const { harness, shahin } = chatForEachTest();

const lineOf = (at: number, mobile: string): string => {
  const { insuredCode, nationalId } = invent(at);
  return textRow(at + 1, [insuredCode, nationalId, '2026-03-21', '2027-03-20', mobile]);
};

const rows =
  headerRow +
  [lineOf(1, invent(1).phone), lineOf(2, 'ندارد').replace('<row', '<row hidden="1"'), lineOf(3, '-')].join(
    '',
  );

describe('before the button that applies a list', () => {
  it('stands what was read: the sheet, its rows, the hidden ones, and what is worth a look, with an example', async () => {
    const sheets = [
      { name: 'راهنما', rows: textRow(1, ['گزارش']) },
      { name: 'داده', rows },
    ];
    await shahin().handsOver(await workbook({ sheets }), 'list.xlsx');
    const told = bare((await shahin().hears('list-judged')).text);
    expect(told).toContain(shahin().said('list-sheet', { sheet: 'داده', rows: 3 }));
    expect(told).toContain(shahin().said('list-hidden', { hidden: 1 }));
    expect(told).toMatch(shahin().like('list-counts', { newcomers: 3, faulty: 0 }));
    expect(told).toContain(
      shahin().said('list-notice', {
        count: 2,
        line: 3,
        shown: 'ن•••د',
        column: shahin().said('import-column-mobile'),
        problem: shahin().said('import-placeholder'),
      }),
    );
    await shahin().hears('ask-apply-list', { faulty: 0 });
    const order = shahin()
      .account.messages()
      .map(({ file, text }) => ((file?.name ?? '').startsWith('findings-') ? 'file' : bare(text)))
      .filter((text) => text === 'file' || shahin().like('ask-apply-list', { faulty: 0 }).test(text));
    expect(order[0]).toBe('file');
    expect(order).toHaveLength(2);
  });

  it('stand the columns that nobody sees who opens the file', async () => {
    const sheet = `<worksheet><cols><col min="3" max="5" hidden="1"/></cols><sheetData>${rows}</sheetData></worksheet>`;
    const file = await workbook({ others: { 'xl/worksheets/sheet1.xml': sheet } });
    await shahin().handsOver(file, 'list.xlsx');
    const told = bare((await shahin().hears('list-judged')).text);
    for (const column of ['cover-from', 'cover-to', 'mobile'])
      expect(told).toContain(
        shahin().said('list-hidden-column', { column: shahin().said(`import-column-${column}`) }),
      );
  });

  it('each notice and each fault begins with a dash, so that long ones are told apart', async () => {
    const dated = [4, 5].map((at) => {
      const { insuredCode, nationalId, phone } = invent(at);
      return textRow(at + 1, [insuredCode, nationalId, '2026-03-21 10:30', '2027-03-20', phone]);
    });
    const short = textRow(7, [invent(6).insuredCode, '12', '2026-03-21', '2027-03-20', '']);
    const list = rows + dated.join('') + short;
    await shahin().handsOver(await workbook({ sheets: [{ name: 'داده', rows: list }] }), 'list.xlsx');
    const told = bare((await shahin().hears('list-judged')).text);
    for (const [heading, lines] of [
      ['list-notices-found', 2],
      ['list-first-faults', 1],
    ] as const) {
      const [, ...items] = (
        told.split('\n\n').find((one) => one.startsWith(shahin().said(heading))) ?? ''
      ).split('\n');
      expect(items.map((item) => item.slice(0, 2))).toEqual(Array(lines).fill('– '));
    }
  });

  it('stands how many rows a text has, without its header', async () => {
    await shahin().handsOver(textOf(strangers(2)));
    expect(bare((await shahin().hears('list-judged')).text)).toContain(
      shahin().said('list-rows', { rows: 2 }),
    );
    await shahin().hears('ask-apply-list', { faulty: 0 });
    const [run] = await harness().runs();
    expect(run).toMatchObject({ sheet: null, hiddenRows: 0, percentRead: 100, noticeKinds: null });
  });

  it('there is none where no row could be taken, and that is said', async () => {
    await shahin().handsOver(textOf(strangers(2).map((line) => ({ ...line, nationalId: '12' }))));
    await shahin().hears('list-nothing-taken');
  });

  it('two sheets with a list each are named, and neither is read', async () => {
    const sheets = [
      { name: '1403', rows },
      { name: '1405', rows },
    ];
    await shahin().handsOver(await workbook({ sheets }), 'list.xlsx');
    const told = bare((await shahin().hears('list-useless')).text);
    expect(told).toContain('1403 · 1405');
  });
});
