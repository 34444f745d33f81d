import { describe, expect, it } from 'vitest';
import { makeKavenegarVendor } from '../../../playground/phone/kavenegar.js';
import { makePhoneNetwork } from '../../../playground/phone/phone.js';
import { systemClock } from '../../../src/clock.js';

const number = '09120000001';

interface Said {
  return: { status: number };
  entries: { messageid: number; message: string; status: number }[] | null;
}

function vendor() {
  const phone = makePhoneNetwork({ clock: systemClock, arrival: 'by-hand' });
  const templates = {
    'a-code': ({ token, token2 }: Record<string, string>) => `کد ${token}، ${token2} دقیقه`,
  };
  const app = makeKavenegarVendor({ apiKey: 'key', templates, phone, clock: systemClock });
  const ask = async (method: string, fields: Record<string, string>, key = 'key') => {
    const answer = await app.request(`/v1/${key}/${method}.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
    return { http: answer.status, ...((await answer.json()) as Said) };
  };
  return { phone, ask };
}

const lookup = { receptor: number, template: 'a-code', token: '01234', token2: '5' };

describe('the SMS vendor of the playground', () => {
  it('fills the approved template, echoes the text and brings it to the phone', async () => {
    const { phone, ask } = vendor();
    const said = await ask('verify/lookup', lookup);
    phone.deliverAll();
    expect(said.return.status).toBe(200);
    expect(said.entries?.[0]?.message).toBe('کد 01234، 5 دقیقه');
    expect(phone.inbox(number).map(({ text }) => text)).toEqual(['کد 01234، 5 دقیقه']);
  });

  it('tells what became of a message, and does not know what it never sent', async () => {
    const { phone, ask } = vendor();
    const id = String((await ask('verify/lookup', lookup)).entries?.[0]?.messageid);
    const before = await ask('sms/status', { messageid: id });
    phone.deliverAll();
    const after = await ask('sms/status', { messageid: `${id},999` });
    expect([before, after].flatMap(({ entries }) => entries?.map(({ status }) => status))).toEqual([
      5, 10, 100,
    ]);
  });

  it.each([
    [403, lookup, 'wrong'],
    [406, { receptor: number, template: 'a-code' }, 'key'],
    [411, { ...lookup, receptor: '12345' }, 'key'],
    [424, { ...lookup, template: 'unknown' }, 'key'],
    [431, { ...lookup, token: 'two words' }, 'key'],
  ])('refuses with %i, in the body and over HTTP', async (status, fields, key) => {
    const { phone, ask } = vendor();
    const said = await ask('verify/lookup', fields, key);
    phone.deliverAll();
    expect([said.http, said.return.status, said.entries]).toEqual([status, status, null]);
    expect(phone.inbox(number)).toEqual([]);
  });

  it('refuses while the network of the number is down', async () => {
    const { phone, ask } = vendor();
    phone.setReception(number, { down: true });
    expect((await ask('verify/lookup', lookup)).return.status).toBe(402);
  });
});
