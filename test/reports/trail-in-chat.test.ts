import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffCast } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { brokenLink } from '../audit/outside-clerk.js';
import { bare } from '../conversations/screen.js';

let stage: PlayedStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const colleague = (place: 1 | 2, messenger: PlatformName): Account => {
  const { name, accounts } = staffCast[place]!;
  return stage.emulator.account({ messenger, id: accounts[messenger], firstName: name });
};

describe.each(platformNames)('the file of the trail on %s', (messenger) => {
  it('comes whole, and its chain can be checked elsewhere', async () => {
    const [shahin, mina] = [colleague(1, messenger), colleague(2, messenger)];
    for (const code of ['310001', '310002', '310003']) {
      mina.say(`/member ${code}`);
      await mina.waitFor(bareHas(code));
    }
    await stage.advance(0);
    shahin.say('/audit export');
    const sent = await shahin.waitFor(({ file }) => file !== null);
    expect(sent.file?.name).toMatch(/^trail-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const rows = parse<Record<string, string>>(shahin.open(sent), { bom: true, columns: true });
    const { keyring } = await stage.app();
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ event }) => event === 'sensitive_read:member-looked-up').length).toBe(
      messenger === 'telegram' ? 3 : 6,
    );
    expect(brokenLink(keyring, rows)).toBeNull();
    expect(bare(sent.text)).toContain(rows.at(-1)!['hash']);
  });

  it('stands in the trail itself, and is not for operators', async () => {
    const [shahin, mina] = [colleague(1, messenger), colleague(2, messenger)];
    shahin.say('/audit');
    await shahin.waitFor('فایل سابقه گرفته شد');
    mina.say('/audit export');
    await mina.waitFor('این کار در نقش شما نیست.');
  });

  it('of days without a line is none, and that is told', async () => {
    const shahin = colleague(1, messenger);
    shahin.say('/audit export 1404/01/01 1404/01/02');
    await shahin.waitFor('چیزی ثبت نیست');
  });
});

const bareHas =
  (wanted: string) =>
  ({ text }: { text: string }): boolean =>
    bare(text).includes(wanted);
