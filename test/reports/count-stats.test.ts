import { describe, expect, it } from 'vitest';
import { PasswordReset } from '../../entities/password-reset.js';
import type { AuditReason } from '../../src/audit/vocabulary.js';
import { addDays } from '../../src/calendar/day.js';
import { startOfDay } from '../../src/calendar/tehran.js';
import { fewestTold } from '../../src/reports/small-groups.js';
import { onBothDatabases } from '../support/both-databases.js';
import { ledgerRow } from './ledger-rows.js';
import { from, to, reported, writeDown, type Happening } from './histories.js';

onBothDatabases('the numbers of a report', (harness) => {
  it('tell after how many recoveries of these days nobody had changed the password yet', async () => {
    const at = new Date(startOfDay(to).getTime() + 3_600_000);
    const rows = (['initial', 'initial', 'changed', null] as const).map((seenPassword, number) =>
      ledgerRow(number, at, { seenPassword }),
    );
    const early = ledgerRow(9, new Date(startOfDay(from).getTime() - 1), { seenPassword: 'initial' });
    await writeDown(harness(), { happenings: [], resets: [], messages: [] });
    await harness().manager.insert(PasswordReset, [...rows, early]);
    expect((await reported(harness(), from, to)).stillInitial).toBe(2);
  });

  describe('count once', () => {
    const noon = startOfDay(to).getTime() + 12 * 3_600_000;
    const told = (...lines: [AuditReason, number | null, number?][]): Happening[] =>
      lines.map(([reason, member, chat = 1], place) => ({
        ...{ reason, member, chat },
        at: new Date(noon + place * 60_000),
      }));
    const reached = async (happenings: Happening[], done: number) => {
      const resets = Array.from({ length: done }, (_, place) => ({
        ...{ chat: 1, member: 5, state: 'done' as const },
        at: new Date(noon + (place + 1) * 3_600_000),
      }));
      await writeDown(harness(), { happenings, resets, messages: [] });
      return Object.values((await reported(harness(), from, to)).reached);
    };

    it('whoever mistypes, begins again and recovers', async () => {
      const way = told(
        ['no-match', null],
        ['no-match', 7],
        ['pair-matched', 5],
        ['code-sent', 5],
        ['code-wrong', 5],
        ['pair-matched', 5],
        ['code-sent', 5],
        ['code-right', 5],
      );
      expect(await reached(way, 1)).toEqual([1, 1, 1, 1, 1]);
    });

    it('a stranger who tries all day', async () => {
      expect(await reached(told(['no-match', null], ['no-match', 7], ['too-many-pairs', 7]), 0)).toEqual([
        1, 0, 0, 0, 0,
      ]);
    });

    it('each of two members in one chat, and each recovery of one member', async () => {
      const both = told(['pair-matched', 5], ['code-right', 5], ['pair-matched', 6], ['code-sent', 6]);
      expect(await reached(both, 2)).toEqual([3, 3, 3, 2, 2]);
    });

    it('a way of which only its last step is on record', async () => {
      expect(await reached(told(['code-right', 5]), 0)).toEqual([1, 1, 1, 1, 0]);
    });
  });

  it('tell no reason that fewer than five people met, however often', async () => {
    const often = (chat: number, times: number): Happening[] =>
      Array.from({ length: times }, (_, place) => ({
        ...{ reason: 'no-match' as const, chat, member: null },
        at: new Date(startOfDay(to).getTime() + place * 60_000),
      }));
    const people = (count: number) => Array.from({ length: count }, (_, chat) => often(chat, 9)).flat();
    await writeDown(harness(), { happenings: people(fewestTold - 1), resets: [], messages: [] });
    expect((await reported(harness(), from, to)).refusals).toEqual([]);
    await writeDown(harness(), { happenings: people(fewestTold), resets: [], messages: [] });
    expect((await reported(harness(), from, to)).refusals).toEqual([{ kind: 'no-match', count: 5 }]);
  });

  it('begin and end a day at midnight in Tehran, in years of summer time too', async () => {
    for (const day of ['2026-05-10', '2021-07-01']) {
      const midnight = startOfDay(day).getTime();
      const at = (ms: number) => ({
        chat: 1,
        member: 5,
        at: new Date(midnight + ms),
        state: 'done' as const,
      });
      await writeDown(harness(), { happenings: [], resets: [at(-1), at(0), at(1)], messages: [] });
      const { days } = await reported(harness(), addDays(day, -1), day);
      expect(days.map(({ done }) => done)).toEqual([1, 2]);
    }
  });
});
