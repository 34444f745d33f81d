import { describe, expect, it } from 'vitest';
import { makeStageClock } from '../../../playground/clock.js';
import { makePhoneNetwork } from '../../../playground/phone/phone.js';

const number = '09120000001';
const clock = () => makeStageClock({ now: () => new Date('2026-11-23T08:00:00Z') });
const message = { to: number, from: '10008663', text: 'یک' };

describe('a phone', () => {
  it('gets a message when its time has come, and not before', () => {
    const time = clock();
    const phone = makePhoneNetwork({ clock: time, arrival: 'by-hand' });
    phone.setReception(number, { delayMs: 15_000 });
    phone.submit(message);
    time.advance(14_999);
    phone.deliverDue();
    expect([phone.inbox(number).length, phone.inTheAir(number)]).toEqual([0, 1]);
    time.advance(1);
    phone.deliverDue();
    expect([phone.inbox(number).length, phone.inTheAir(number)]).toEqual([1, 0]);
  });

  it('keeps what was in the air when a later message overtakes it', () => {
    const phone = makePhoneNetwork({ clock: clock(), arrival: 'by-hand' });
    phone.setReception(number, { delayMs: 60_000 });
    phone.submit({ ...message, text: 'دیر' });
    phone.setReception(number, { delayMs: 0 });
    phone.submit({ ...message, text: 'زود' });
    phone.deliverDue();
    expect(phone.inbox(number).map(({ text }) => text)).toEqual(['زود']);
    phone.deliverAll();
    expect(
      phone
        .inbox(number)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['دیر', 'زود']);
  });

  it('takes nothing on while its network is down, and nobody else notices', () => {
    const phone = makePhoneNetwork({ clock: clock(), arrival: 'by-hand' });
    phone.setReception(number, { down: true });
    expect(phone.submit(message)).toBeNull();
    expect(phone.submit({ ...message, to: '09120000002' })).not.toBeNull();
  });

  it('gives each message once to whoever waits for the next', async () => {
    const phone = makePhoneNetwork({ clock: clock(), arrival: 'timed' });
    phone.submit({ ...message, text: 'نخست' });
    const [first, second] = [await phone.next(number), phone.next(number)];
    phone.submit({ ...message, text: 'دوم' });
    expect([first.text, (await second).text]).toEqual(['نخست', 'دوم']);
  });

  it('says so when nothing comes', async () => {
    const phone = makePhoneNetwork({ clock: clock(), arrival: 'by-hand' });
    phone.submit(message);
    await expect(phone.next(number, 1)).rejects.toThrow('no SMS came');
  });
});
