import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { staffCast } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import type { ChatMessage } from '../../playground/emulator/chat-message.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { addDays } from '../../src/calendar/day.js';
import { writeJalali } from '../../src/calendar/jalali.js';
import { clockInTehran, dayInTehran, startOfDay } from '../../src/calendar/tehran.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Cell } from '../../src/tables/cell.js';
import { bare } from '../conversations/screen.js';
import { rowsIn } from '../support/table-file.js';
import { ledgerRow } from './ledger-rows.js';

let stage: PlayedStage;
let rows: PasswordReset[];
let today: string;
beforeAll(async () => {
  stage = await startStage();
  const app = await stage.app();
  today = dayInTehran(stage.clock.now());
  const at = (daysAgo: number, hour: number) =>
    new Date(startOfDay(addDays(today, -daysAgo)).getTime() + hour * 3_600_000);
  rows = [
    ledgerRow(1, at(20, 0)),
    ledgerRow(2, at(10, 23), { state: 'unknown', settledAt: null }),
    ledgerRow(3, at(10, 23), { insuredCode: '=1+1' }),
    ledgerRow(4, at(2, 12), { state: 'given-back' }),
  ];
  const before = ledgerRow(5, at(40, 12));
  await app.inTransaction((tx) => tx.insert(PasswordReset, [...rows, before]));
});
afterAll(() => stage.stop());

const colleague = (place: 0 | 1 | 2, messenger: PlatformName): Account => {
  const { name, accounts } = staffCast[place]!;
  return stage.emulator.account({ messenger, id: accounts[messenger], firstName: name });
};

/** The table in a message, as a spreadsheet program would have it. */
async function tableIn(account: Account, message: ChatMessage): Promise<Cell[][]> {
  const read = await rowsIn(account.open(message));
  return read.map(({ cells }) => cells);
}

const states = {
  done: 'Done',
  unknown: 'No clear answer',
  'given-back': 'Given back',
  reserved: 'On its way',
};
const moment = (at: Date | null) =>
  at ? [writeJalali(dayInTehran(at)), dayInTehran(at), clockInTehran(at)] : ['', '', ''];
const tableOf = (asText: (code: string) => string) =>
  rows.map(({ reference, insuredCode, chatKey, state, reservedAt, settledAt }) => [
    ...[reference, asText(insuredCode), chatKey.startsWith('bale') ? 'Bale' : 'Telegram', states[state]],
    ...[...moment(reservedAt), ...moment(settledAt)],
  ]);
const harmless = { CSV: (code: string) => code.replace(/^=/, "'="), Excel: (code: string) => code };

describe.each(platformNames)('the file of recoveries on %s', (messenger) => {
  it.each(['CSV', 'Excel'] as const)('holds what the ledger holds: %s', async (button) => {
    const shahin = colleague(1, messenger);
    shahin.say('/language');
    await shahin.waitFor(({ buttons }) => buttons.flat().some(({ text }) => text === 'English'));
    shahin.press('English');
    await shahin.waitFor('English from now on');
    shahin.say('/export');
    await shahin.waitFor('Which file would you like?');
    shahin.press(button);
    const sent = await shahin.waitFor(({ file }) => file !== null);
    expect(sent.kind).toBe('document');
    expect(bare(sent.text)).toMatch(/^Recoveries from .+ to /);
    const [header, ...told] = await tableIn(shahin, sent);
    expect(header?.slice(0, 3)).toEqual(['Reference', 'Insured code', 'Messenger']);
    const padded = told.map((row) => [...row, '', '', ''].slice(0, 10));
    expect(padded).toEqual(tableOf(harmless[button]));
  });

  it('may be asked for at once, of some days in either calendar', async () => {
    const shahin = colleague(1, messenger);
    const [from, to] = [writeJalali(addDays(today, -10)), addDays(today, -10)];
    shahin.say(`/export ${from} ${to} csv`);
    const sent = await shahin.waitFor(({ file }) => file !== null);
    expect((await tableIn(shahin, sent)).slice(1).map(([reference]) => reference)).toEqual([
      'R0000002',
      'R0000003',
    ]);
    const name = writeJalali(addDays(today, -10)).replaceAll('/', '-');
    expect(sent.file?.name).toBe(`recoveries-${name}-${name}.csv`);
  });

  it('of days without recoveries is none', async () => {
    const shahin = colleague(1, messenger);
    shahin.say(`/export csv ${addDays(today, -390)} ${addDays(today, -380)}`);
    await shahin.waitFor('No recovery is on record');
  });

  it('is not for operators', async () => {
    const mina = colleague(2, messenger);
    mina.say('/export csv');
    await mina.waitFor('این کار در نقش شما نیست.');
  });
});

it('whoever takes one stands in the trail, with the days', async () => {
  const app = await stage.app();
  const lines = await app.inTransaction((tx) =>
    tx.findBy(AuditEntry, { event: auditEvent('resets-exported') }),
  );
  expect(lines).toHaveLength(6);
  expect(lines[0]?.event).toBe('sensitive_read:resets-exported');
  expect(JSON.parse(lines[0]!.detail)).toEqual({
    ...{ role: 'supervisor', platform: 'telegram', format: 'csv' },
    ...{ from: addDays(today, -29), to: today },
  });
});

it('nothing that was sent to Bale was unknown to it', () => {
  const sent = stage.emulator.calls().filter(({ method }) => method === 'sendDocument');
  expect(sent.flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
});
