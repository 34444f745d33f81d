import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../../playground/cast.js';
import { startStage, type PlayedStage } from '../../../playground/stage.js';
import { bare } from '../../conversations/screen.js';

const kamran = person('kamran');

describe('the days and hours before now', () => {
  let stage: PlayedStage;
  beforeAll(async () => {
    stage = await startStage({ past: true });
  });
  afterAll(() => stage.stop());

  it('have the recoveries that somebody is said to have used', async () => {
    const shahin = stage.account('supervisor', 'telegram');
    shahin.say(`/member ${kamran.insuredCode}`);
    const file = bare((await shahin.nextMessage()).text);
    expect(file).toContain('بازیابی: ۵ از ۵');
    expect(file.match(/: انجام شد \(/g)).toHaveLength(3);
  });

  it('are in the trail, whose chain is whole', async () => {
    const app = await stage.app();
    await app.runTask('seal-audit');
    const shahin = stage.account('supervisor', 'telegram');
    shahin.say('/audit verify');
    await shahin.waitFor(({ text }) => bare(text).includes('زنجیرهٔ سابقه درست است'));
  });

  it('can be taken as a table', async () => {
    const shahin = stage.account('supervisor', 'bale');
    shahin.say('/export xlsx');
    const { file } = await shahin.waitFor(({ kind }) => kind === 'document');
    expect(file).toMatchObject({ mime: expect.stringContaining('spreadsheetml') as string });
    expect(shahin.download(file?.id ?? '')?.bytes.length).toBeGreaterThan(1_000);
  });
});
