import { afterEach, expect, it } from 'vitest';
import { logOwnership, openOwnership, openPortal } from '../../src/app/vendors.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { handClock, minute, second } from '../support/hand-clock.js';
import { standIn, type StandIn } from '../support/vendors/stand-in.js';

let vendor: StandIn;
afterEach(() => vendor.close());

const clock = handClock();
const logged = () => {
  const lines: string[] = [];
  const say = (_fields: object, message: string) => void lines.push(message);
  return { lines, log: { ...silence, info: say, warn: say } };
};
const json = (body: object) => ({ status: 200, type: 'application/json', body: JSON.stringify(body) });

it('a portal that gives no clear answer is in the log once, each minute that it lasts, and when it is over', async () => {
  vendor = await standIn(() => json({ password: 'initial' }));
  const { lines, log } = logged();
  const settings = { kind: 'http', url: vendor.url, token: 'a-token', secret: 'a-secret' } as const;
  const inTransaction = async (): Promise<never> => Promise.reject(new Error('it has no database'));
  const { portal } = openPortal(settings, { inTransaction, clock, random: systemRandom, log });
  expect(await portal.account('310001')).toBe('initial');
  vendor.fail('not-found-page');
  for (let asked = 0; asked < 20; asked += 1) {
    expect(await portal.account('310001')).toBe('away');
    clock.pass(second);
  }
  expect(lines).toEqual(['portal gives no clear answer']);
  clock.pass(minute);
  await portal.account('310001');
  vendor.fail(null);
  for (let asked = 0; asked < 3; asked += 1) await portal.account('310001');
  expect(lines).toEqual([
    ...['portal gives no clear answer', 'portal gives no clear answer'],
    'portal gives clear answers again',
  ]);
});

it('a register of mobiles that gives no clear answer is in the log once, and when it is over', async () => {
  const right = json({ result: 1, response_body: { data: { matched: true } } });
  vendor = await standIn(() => right);
  const { lines, log } = logged();
  const service = openOwnership(
    { kind: 'zohal', url: vendor.url, token: 'a-token' },
    logOwnership({ log, clock }),
  );
  vendor.fail('server-error');
  for (let asked = 0; asked < 5; asked += 1) await service?.belongs('09120000001', '0012345679');
  expect(lines).toEqual(['no clear answer whose a mobile is']);
  vendor.fail(null);
  for (let asked = 0; asked < 5; asked += 1) await service?.belongs('09120000001', '0012345679');
  expect(lines).toEqual(['no clear answer whose a mobile is', 'clear answers again whose a mobile is']);
});
