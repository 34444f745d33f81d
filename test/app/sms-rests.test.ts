import { expect, it } from 'vitest';
import { logRests } from '../../src/app/sms-rests.js';
import { handClock, minute, second } from '../support/hand-clock.js';

it('a provider that rests is written down when it begins, each minute that it lasts, and when it sends again', () => {
  const clock = handClock();
  const lines: object[] = [];
  const say = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, ...fields, message });
  const log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  const { onTrouble, onBack } = logRests({ log, clock });
  onTrouble({ provider: 'smsir', kind: 'misconfigured' });
  for (let told = 0; told < 30; told += 1) {
    onTrouble({ provider: 'smsir', kind: 'resting' });
    clock.pass(second);
  }
  onTrouble({ provider: 'kavenegar', kind: 'resting' });
  clock.pass(minute);
  onTrouble({ provider: 'smsir', kind: 'resting' });
  onBack('smsir');
  const rests = { level: 'warn', message: 'SMS provider rests' };
  expect(lines).toEqual([
    { ...rests, provider: 'smsir' },
    { ...rests, provider: 'kavenegar' },
    { ...rests, provider: 'smsir' },
    { level: 'info', provider: 'smsir', message: 'SMS provider sends again' },
  ]);
});
