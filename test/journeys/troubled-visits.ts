import type { MiddlewareHandler } from 'hono';
import type { Fault } from '../../playground/emulator/faults.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { invent, type Invented } from '../support/invented.js';
import type { Town } from '../support/town.js';
import { walk } from '../support/walk.js';
import { visitOf } from './visits.js';

export const people = Array.from({ length: 200 }, (_, at) => invent(at, visitOf(at).onRecord));
const troubled = (what: 'vendor' | 'portal') =>
  people
    .filter((_, at) => visitOf(at).troubled === what)
    .map(({ phone, insuredCode }) => phone + insuredCode);
export const messengers: readonly PlatformName[] = platformNames;

/** Answers some requests with a page that quotes all of them, as a proxy's or a programmer's would. */
export const quoting: MiddlewareHandler = async (c, next) => {
  const asked = `${c.req.url} ${JSON.stringify(c.req.header())} ${await c.req.text()}`;
  const about = (one: string): boolean => asked.includes(one.slice(0, 11)) || asked.includes(one.slice(11));
  const fails = c.req.path.includes('/verify/')
    ? troubled('vendor').some(about)
    : c.req.method === 'GET' && troubled('portal').some(about);
  return fails ? c.html(`<h1>${asked}</h1>`, 502) : next();
};

/** What goes wrong between us and the messengers, one after the other. */
const faults: readonly Fault[] = [
  { kind: 'reset', when: 'before' },
  { kind: 'not-json', status: 502 },
  { kind: 'reset', when: 'after' },
  { kind: 'server-error' },
  { kind: 'too-many-requests', retryAfter: 1 },
];

export async function visit({ emulator, phone }: Town, member: Invented): Promise<void> {
  const number = people.indexOf(member);
  const chat = emulator.account({
    messenger: messengers[number % messengers.length]!,
    id: member.account,
    firstName: 'ر',
    phone: member.phone,
  });
  const fault = number % 3 === 0 ? faults[(number / 3) % faults.length] : undefined;
  if (fault) emulator.faults.next(fault, { method: 'sendMessage' });
  await visitOf(number).visit(walk(member, chat, phone), member);
}

/** So many at once, each lane one after the other. */
export async function inLanes<T>(
  lanes: number,
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const left = [...all];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
