import { readFileSync } from 'node:fs';
import type { MiddlewareHandler } from 'hono';
import { In } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent, type Invented } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { walk, type Walk } from '../support/walk.js';
import { requests } from './deaths.js';
import { heard, straightWay } from './heard.js';
import { challengesOf, expectRecoveredOnce } from './recovered-once.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const people = [1, 2, 3].map((number) => invent(number));

/** Half of the shortest lease: whoever waited for one would be too late. */
const soon = { timeout: 10_000 };

describe.skipIf(mariadb.missing)('of two replicas on one MariaDB', () => {
  let town: Town;
  let replicas: ProductProcess[] = [];
  const begin = async (inFront: MiddlewareHandler = (_c, next) => next()): Promise<ProductProcess> => {
    town = await openTown(mariadb, people, { inFront });
    return another();
  };
  const another = async (): Promise<ProductProcess> => {
    const replica = await town.startProduct();
    replicas.push(replica);
    return replica;
  };
  afterEach(async () => {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map(({ gone }) => gone));
    replicas = [];
    await town.close();
  });

  const wayOf = ({ account: id, phone, ...member }: Invented): Walk => {
    const chat = town.emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone });
    return walk({ ...member, account: id, phone }, chat, town.phone);
  };
  const count = (state: OutboxEntry['state'], kind: string) => () =>
    town.db.dataSource.manager.countBy(OutboxEntry, { state, kind });
  const one = (found: number): boolean => found === 1;
  const nothingLeft = (): Promise<number> => {
    const { manager } = town.db.dataSource;
    return eventually(
      async () =>
        (await manager.countBy(OutboxEntry, { state: In(['waiting', 'in-hand']) })) +
        (await manager.countBy(InboxEntry, { state: In(['waiting', 'parked']) })),
      (left) => left === 0,
    );
  };

  it('one is killed, and what it had in hand is in the other’s at once', async () => {
    const held = gate(({ method, path }) =>
      [requests.sms, { method: 'GET', path: new RegExp(`/accounts/${people[0]!.insuredCode}$`) }].some(
        (request) => request.method === method && request.path.test(path),
      ),
    );
    const dying = await begin(held.middleware);
    await eventually(dying.leads, Boolean);
    const other = await another();
    other.hang();
    const [asked, texted, answered] = people.map(wayOf) as [Walk, Walk, Walk];
    for (const way of [asked, texted]) {
      await way.begin();
      await way.givesCode();
      way.givesId();
    }
    await texted.isAskedForTheCode();
    await eventually(count('in-hand', 'portal-account'), one);
    await eventually(count('in-hand', 'sms-code'), one);
    const lost = lostAnswer(town, answered);
    answered.chat.say('/help');
    await lost;

    other.goOn();
    dying.kill();
    held.open();
    await answered.chat.nextMessage(soon);
    await eventually(count('doubt', 'sms-code'), one, soon.timeout);
    await asked.isAskedForTheCode();
    await asked.typesTheCode();
    await asked.isBackIn();
    await nothingLeft();
    await expectRecoveredOnce(town, asked.member);
    expect(await challengesOf(town, texted.member)).toMatchObject([{ state: 'open', sends: 1 }]);
    expect(texted.codes()).toEqual([]);
  });

  it('one leads and hangs, the other leads, and the one that wakes up does no harm', async () => {
    const hanging = await begin();
    await eventually(hanging.leads, Boolean);
    const other = await another();
    const [way, later] = people.map(wayOf) as [Walk, Walk];
    await way.begin();
    await way.givesCode();
    await nothingLeft();
    expect(await other.leads()).toBe(false);

    await hanging.hangAt({ line: 'update stored' });
    way.givesId();
    await eventually(other.leads, Boolean, soon.timeout);
    await way.isAskedForTheCode();
    await later.begin();
    hanging.goOn();
    await eventually(hanging.leads, (leads) => !leads);
    expect(await other.leads()).toBe(true);

    await way.typesTheCode();
    await way.isBackIn();
    await nothingLeft();
    await expectRecoveredOnce(town, way.member);
    expect(heard(way)).toEqual(straightWay(way.member));
  });

  it('one hangs in the middle of an answer, and the other gives it', async () => {
    const hanging = await begin();
    const way = wayOf(people[0]!);
    await way.begin();
    await way.givesCode();
    await nothingLeft();
    await hanging.hangAt({ line: 'update in transaction' });
    way.givesId();
    await eventually(async () => isStopped(hanging.pid), Boolean);
    await another();
    await way.isAskedForTheCode();
    hanging.goOn();
    await way.typesTheCode();
    await way.isBackIn();
    await nothingLeft();
    await expectRecoveredOnce(town, way.member);
    expect(heard(way)).toEqual(straightWay(way.member));
  });
});

/** Stopped as by SIGSTOP, says the system. */
const isStopped = (pid: number): boolean => /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

/** The requests that come to it while it is closed get no answer until it is opened, and then a useless one. */
function gate(stands: (request: { method: string; path: string }) => boolean) {
  const waiting: (() => void)[] = [];
  let closed = true;
  const middleware: MiddlewareHandler = async (c, next) => {
    if (!closed || !stands(c.req)) return next();
    await new Promise<void>((resolve) => waiting.push(resolve));
    return c.text('', 503);
  };
  const open = (): void => {
    closed = false;
    for (const goOn of waiting.splice(0)) goOn();
  };
  return { middleware, open };
}

/** Resolves when the bot has said something to this chat, which will never be heard. */
function lostAnswer({ emulator }: Town, { chat }: Walk): Promise<void> {
  return new Promise((resolve) => {
    const leave = emulator.faults.intercept('sendMessage', async ({ payload }, proceed) => {
      if (payload['chat_id'] !== chat.chatId) return proceed();
      leave();
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
}
