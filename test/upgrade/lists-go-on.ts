import { expect, it } from 'vitest';
import { invent } from '../support/invented.js';
import { tokenOf } from './rows.js';
import type { Upgraded } from './upgraded.js';

const [owner, supervisor] = ['telegram:3001', 'telegram:3002'];

/** How a list stands. */
interface Run {
  state: string;
  newcomers: number;
  changed: number;
  faulty: number;
  appliedTo: number;
  undoneTo: number;
  overtaken: number;
  kept: number;
}

/** Lists of members that were half-way come to their ends, with the counts that they had. */
export function listsGoOn(upgraded: () => Upgraded): void {
  const run = async (list: number): Promise<Run | undefined> => {
    const [found] = await upgraded().sql<Run>(
      `SELECT state, newcomers, changed, faulty, applied_to AS appliedTo, undone_to AS undoneTo, overtaken, kept
       FROM import_runs WHERE id = ${list}`,
    );
    return found;
  };
  /** The members of these numbers who are covered. */
  const covered = async (from: number, to: number): Promise<number> => {
    const codes = Array.from({ length: to - from + 1 }, (_, at) => invent(from + at).insuredCode);
    const found = await upgraded().sql(
      `SELECT m.id FROM members m JOIN coverages c ON c.member_id = m.id WHERE m.insured_code IN ('${codes.join("','")}')`,
    );
    return found.length;
  };

  it('one that was half applied is applied to its end', async () => {
    const counts = { newcomers: 20, changed: 0, faulty: 0, overtaken: 0, kept: 0 };
    expect(await run(9)).toEqual({ ...counts, state: 'done', appliedTo: 21, undoneTo: 0 });
    expect(await covered(120, 139)).toBe(20);
  });

  it('one that was half read, and came once more, is read to its end', async () => {
    expect(await run(5)).toMatchObject({ state: 'judged', newcomers: 12, appliedTo: 0 });
  });

  it('one that had come by the other messenger is read', async () => {
    expect(await run(10)).toMatchObject({ state: 'judged', newcomers: 1, faulty: 1 });
  });

  it('one that waits for its yes is applied', async () => {
    const shahin = upgraded().person(supervisor);
    shahin.presses(
      `staff-yes:${await tokenOf(upgraded().sql, { kind: 'apply-list', who: supervisor, list: 6 })}`,
    );
    await shahin.hears('list-over-applied');
    expect(await run(6)).toMatchObject({ state: 'done', newcomers: 2, faulty: 1 });
    expect(await covered(110, 112)).toBe(2);
  });

  it.each([
    { what: 'that changes many numbers', list: 7, button: 'staff-yes', changed: 3 },
    { what: 'against what a member has registered', list: 8, button: 'import-replace', changed: 1 },
  ])('one $what is applied when two agree', async ({ list, button, changed }) => {
    const [shahin, parvaneh] = [upgraded().person(supervisor), upgraded().person(owner)];
    parvaneh.now();
    shahin.presses(
      `${button}:${await tokenOf(upgraded().sql, { kind: 'apply-list-together', who: supervisor, list })}`,
    );
    await shahin.hears('approval-sent');
    const { buttons } = await parvaneh.hears('approval-asked');
    parvaneh.presses(buttons.flat().find(({ data }) => data?.startsWith('approve:'))!.data!);
    await parvaneh.hears('did-apply-list-together');
    await shahin.hears('list-over-applied');
    expect(await run(list)).toMatchObject({ state: 'done', changed, overtaken: 0 });
  });

  const pressUndo = async (list: number): Promise<void> => {
    const token = await tokenOf(upgraded().sql, { kind: 'undo-list', who: supervisor, list });
    upgraded().person(supervisor).presses(`staff-yes:${token}`);
  };

  it('one that was half taken back is taken back to its end', async () => {
    await pressUndo(4);
    await upgraded().person(supervisor).hears('list-over-undone');
    expect(await run(4)).toMatchObject({ state: 'undone', undoneTo: 9, kept: 0 });
    expect(await covered(160, 167)).toBe(0);
  });

  it('one that entered people is taken back by nobody alone any more, whoever was asked before', async () => {
    await pressUndo(2);
    await upgraded().person(supervisor).hears('act-overtaken');
    expect(await run(2)).toMatchObject({ state: 'done' });
    expect(await covered(100, 101)).toBe(2);
  });

  it('one that two have to take back is taken back when the second agrees', async () => {
    const [shahin, parvaneh] = [upgraded().person(supervisor), upgraded().person(owner)];
    shahin.now();
    parvaneh.presses(
      `approve:${await tokenOf(upgraded().sql, { kind: 'undo-list-together', who: owner, list: 3 })}`,
    );
    await parvaneh.hears('did-undo-list-together');
    await shahin.hears('list-over-undone');
    expect(await run(3)).toMatchObject({ state: 'undone', undoneTo: 4, kept: 0 });
  });

  it('a list that was waited for is taken', async () => {
    const parvaneh = upgraded().person(owner);
    const { insuredCode, nationalId } = invent(180);
    const line = [insuredCode, nationalId, '2026-03-21', '2027-03-20'].join(',');
    parvaneh.hands(`insured code,national id,cover from,cover to\n${line}\n`);
    await parvaneh.hears('list-judged');
  });
}
