import { afterEach, expect, it } from 'vitest';
import { staffCast } from '../../playground/cast.js';
import { quotedReasons } from '../../src/audit/vocabulary.js';
import { realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { pathScenes } from './scenes/path-scenes.js';
import { portalScenes } from './scenes/portal-scenes.js';
import { smsScenes } from './scenes/sms-scenes.js';
import { staffScenes } from './scenes/staff-scenes.js';
import { openStaffHarness, type StaffHarness } from './staff-harness.js';

const scenes = [...pathScenes, ...smsScenes, ...portalScenes, ...staffScenes];

let harness: StaffHarness;
afterEach(() => harness.drop());

it('every reason that a reference can stand for is played', async () => {
  harness = await openStaffHarness();
  expect([...new Set(scenes.map(({ reason }) => reason))].sort()).toEqual([...quotedReasons].sort());
});

it.each(scenes)('$reason: staff who are read a reference read what happened, $what', async (scene) => {
  harness = await openStaffHarness(scene.options);
  const reference = await scene.play(harness);
  const shahin = harness.colleague('supervisor');
  const told = await shahin.says(`/why ${reference}`);
  expect(told.slice(0, 2)).toEqual(['why-title', `story-${scene.reason}`]);
  const text = bare(shahin.screen.last().text);
  expect(text).toMatch(scene.says ?? /^/);
  expect(text).not.toMatch(/\{|none|09\d{9}|\d{10}/);
  expect(shahin.screen.buttons()).toEqual(scene.buttons.map((key) => realWords.say('fa', key)));

  await shahin.pressData('locale-en');
  await shahin.says(`/why ${reference}`);
  const named = new RegExp(staffCast.map(({ name }) => name).join('|'), 'g');
  expect(bare(shahin.screen.last().text).replace(named, '')).not.toMatch(/[آ-ی{]|none/);
});
