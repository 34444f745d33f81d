import { expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { playedBrand } from '../../playground/product.js';
import { localesFolder } from '../../src/app/locales.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom as random } from '../../src/random.js';
import { loadWords } from '../../src/words/load-words.js';
import { bare } from '../conversations/screen.js';
import { invent } from '../support/invented.js';
import { testKeys } from '../support/test-keys.js';
import { codeIn } from '../support/walk.js';
import * as kinds from './kinds.js';
import { chatOf, everybody, oldButtons } from './outside.js';
import { isSaidIn } from './sentences.js';
import type { Upgraded } from './upgraded.js';

const keyring = makeKeyring({ keys: testKeys, random });
const words = loadWords(localesFolder());
const support = '02100001000';
const brand = playedBrand;

const sorted = (all: Iterable<string>): string[] => [...new Set(all)].sort();

/** The older program's rows hold everything that it knew, and the jobs in them come to their ends by themselves. */
export function jobsAreDone(upgraded: () => Upgraded): void {
  const opened = (purpose: 'inbox' | 'outbox', rows: readonly { payload: string }[]) =>
    rows.map(({ payload }) => JSON.parse(keyring.decrypt(purpose, payload)) as Opened | null);

  it('was of every kind, so that nothing can get lost unnoticed', async () => {
    const { before, sql } = upgraded();
    expect(sorted(before.jobs.map(({ kind }) => kind))).toEqual(sorted(kinds.jobKinds));
    const files = opened('outbox', before.jobs).flatMap((job) => job?.order?.what ?? []);
    expect(sorted(files)).toEqual(sorted(kinds.files.map(({ what }) => what)));
    const events = opened('inbox', before.entries).flatMap((entry) => entry?.event ?? []);
    expect(sorted(events.map(({ kind }) => kind))).toEqual(
      sorted([...kinds.events.map(({ kind }) => kind), ...kinds.eventsInOneChat.kinds, 'staff-alert']),
    );
    expect(sorted(events.flatMap(({ cause }) => cause ?? []))).toEqual(sorted(kinds.alertCauses));
    const asked = await sql<{ act: string }>('SELECT act FROM staff_questions');
    expect(sorted(asked.map(({ act }) => (JSON.parse(act) as { kind: string }).kind))).toEqual(
      sorted([...kinds.acts.map(({ kind }) => kind), ...kinds.listActs]),
    );
    const actions = everybody().flatMap((who) => oldButtons(who).map(({ data }) => data.split(':')[0]!));
    expect(sorted(actions)).toEqual(
      sorted([...kinds.buttons.map(({ action }) => action), ...kinds.otherButtons]),
    );
  });

  it('is taken up in every kind, and no kind of job is without a row here', () => {
    expect(sorted(upgraded().kinds)).toEqual(sorted([...kinds.jobKinds, ...kinds.laterJobKinds]));
  });

  it('is done, every job of it; nothing failed, is in doubt or was put aside', async () => {
    const { before, sql, failed, faults } = upgraded();
    const ids = before.jobs.map(({ id }) => id);
    const left = await sql(
      `SELECT id, kind, state, fault FROM outbox WHERE id IN (${ids.join()}) AND state <> 'done'`,
    );
    expect(left).toEqual([]);
    const entries = before.entries.map(({ id }) => id);
    expect(await sql(`SELECT id FROM inbox WHERE id IN (${entries.join()}) AND state <> 'done'`)).toEqual([]);
    expect(await failed()).toEqual(before.failed);
    expect(faults).toEqual([]);
  });

  it.each(kinds.files)('brings the file that was asked for: $what to $who, $name', async ({ who, name }) => {
    await upgraded().person(who).getsFile(name);
  });

  it.each(kinds.events)('tells $who of $kind', async ({ who, hears }) => {
    await upgraded().person(who).hears(hears);
  });

  it('tells a chat everything that waited for it, in the order in which it happened', async () => {
    const { who, kinds: inOrder } = kinds.eventsInOneChat;
    const told = upgraded().person(who).news();
    expect(told.map(({ text }) => inOrder.find((kind) => isSaidIn(bare(text), kind)))).toEqual(inOrder);
  });

  it.each(kinds.alertCauses)('tells staff of %s', async (cause) => {
    await upgraded().person('telegram:3002').hears(`alert-${cause}`);
  });

  it('sends each SMS once: a code, a notice, a test', () => {
    const { phone } = upgraded().world;
    const last = (number: string) => bare(phone.inbox(number).at(-1)?.text ?? '');
    expect(phone.inbox(person('farhad').phone)).toHaveLength(1);
    expect(codeIn(last(person('farhad').phone))).not.toBeNull();
    expect(phone.inbox('09120000032')).toHaveLength(1);
    expect(last('09120000032')).toBe(bare(words.plain('fa', 'sms-notice-test', { brand, support })));
    expect(last(invent(28).phone)).toBe(bare(words.plain('fa', 'sms-notice-reset', { brand, support })));
  });

  it('brings to the book what providers say of messages that were sent before', async () => {
    const { before, sql } = upgraded();
    const asked = opened(
      'outbox',
      before.jobs.filter(({ kind }) => kind === 'sms-status'),
    ).flatMap((job) => job?.message ?? []);
    expect(asked.length).toBeGreaterThan(5);
    const told = await sql<{ delivery: string }>(
      `SELECT DISTINCT delivery FROM sms_messages WHERE id IN (${asked.join()}) OR provider = 'kannel'`,
    );
    expect(told).toEqual([{ delivery: 'delivered' }]);
  });

  it('orders each recovery at the portal under the id that it had', async () => {
    const { app, world, sql, quiet } = upgraded();
    await app.runTask('ask-portal-again');
    await quiet();
    const codes = [20, 21, 22, 23].map((number) => invent(number).insuredCode);
    const resets = await sql<{ id: string; insured_code: string; state: string }>(
      `SELECT id, insured_code, state FROM password_resets WHERE insured_code IN (${codes.join()}) ORDER BY insured_code`,
    );
    expect(resets.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    // The second was in hand when its process died, and the portal had heard of it already.
    expect(resets.map(({ id }) => world.portal.ordered.get(id)?.times)).toEqual([1, 2, 1, 1]);
    expect(
      [...world.portal.ordered.values()].filter(({ insuredCode }) => codes.includes(insuredCode)),
    ).toHaveLength(4);
    for (const number of [20, 21, 22, 23]) await upgraded().person(chatOf(number)).hears('reset-done');
  });

  it('tells staff that the portal answers again, and that there is little credit left', async () => {
    await upgraded().person('telegram:3001').hears('alert-portal-back');
    await upgraded().person('telegram:3001').hears('alert-sms-credit-low');
    const alerts = await upgraded().sql("SELECT state FROM alerts WHERE cause = 'portal-silent'");
    expect(alerts).toEqual([{ state: 'over' }]);
  });

  it('answers what people had written and pressed, and nobody had answered yet', async () => {
    await upgraded().person('telegram:1003').hears('privacy');
    await upgraded().person('telegram:1005').hears('greeting');
    await upgraded().person('telegram:3003').hears('member-title');
  });

  it('answers in the language that a chat has chosen', async () => {
    await upgraded().person('bale:4003').hears('staff-request', { locale: 'en' });
  });
}

/** What a row may hold, as far as it is looked at. */
interface Opened {
  order?: { what: string };
  event?: { kind: string; cause?: string };
  message?: number;
}
