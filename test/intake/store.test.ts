import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { makeReceive } from '../../src/intake/receive.js';
import { silence } from '../../src/log.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { bot, keyOf, notAtOnce, open, openIntake, textUpdate } from './harness.js';

onCleanDatabases('updates that come together', (db, { name }) => {
  const intakeOf = () => {
    const handled: string[] = [];
    const intake = openIntake(db(), async (_tx, _key, incoming) => {
      handled.push(
        incoming.kind === 'event' ? incoming.event.kind : String(incoming.update.message?.text ?? ''),
      );
    });
    return { ...intake, handled };
  };
  const states = async (intake: ReturnType<typeof intakeOf>) =>
    (await intake.entries()).map(({ updateId, state }) => `${Number(updateId)} ${state}`);

  it('are written down in their order, those that are known or there twice once', async () => {
    const intake = intakeOf();
    await intake.receive(textUpdate(2, 5, 'two'));
    await intake.receive(
      textUpdate(1, 5, 'one'),
      textUpdate(2, 5, 'two'),
      textUpdate(3, 6, 'three'),
      textUpdate(3, 6, 'three'),
      textUpdate(4, 5, 'four'),
    );
    expect(await states(intake)).toEqual(['2 waiting', '1 waiting', '3 waiting', '4 waiting']);
    await intake.drain();
    expect(intake.handled.filter((text) => text !== 'three')).toEqual(['one', 'two', 'four']);
  });

  it('are all there when others store some of them at the same time', async () => {
    const intake = intakeOf();
    const all = Array.from({ length: 12 }, (_, at) => textUpdate(at + 1, (at % 3) + 1, String(at)));
    await Promise.all([
      intake.receive(...all.slice(0, 8)),
      intake.receive(...all.slice(4)),
      intake.receive(...all),
    ]);
    expect(new Set((await intake.entries()).map(({ updateId }) => Number(updateId)))).toEqual(
      new Set(all.map(({ update_id: id }) => id)),
    );
  });

  it('are there once where another process has stored one that this one takes for new', async () => {
    const [intake, other] = [intakeOf(), intakeOf()];
    await intake.receive(textUpdate(1, 5, 'one'));
    await other.receive(textUpdate(2, 5, 'two'), textUpdate(3, 5, 'three'));
    await intake.receive(textUpdate(3, 5, 'three'), textUpdate(4, 5, 'four'));
    expect(await states(intake)).toEqual(['1 waiting', '2 waiting', '3 waiting', '4 waiting']);
  });

  it('are not passed when the database has lost them on its way: none of them is unfit', async () => {
    const intake = intakeOf();
    let broken = 2;
    const inTransaction: TransactionRunner = (work) =>
      broken-- > 0
        ? Promise.reject(Object.assign(new Error('broken'), { code: 'ECONNRESET' }))
        : db().inTransaction(work);
    const receive = makeReceive({
      ...{ inTransaction, inStatement: db().inTransaction, keyring: intake.keyring, clock: intake.clock },
      ...{
        flood: open,
        atOnce: notAtOnce,
        log: silence,
        count: () => undefined,
        onDeadLetter: async () => undefined,
      },
    });
    const update = textUpdate(1, 5, 'one');
    await expect(receive(bot, [update])).rejects.toThrow('broken');
    expect(await intake.entries()).toEqual([]);
    await receive(bot, [update]);
    expect(await states(intake)).toEqual(['1 waiting']);
  });

  if (name === 'MariaDB')
    it('are kept but for one that cannot be written down, and that is put on record', async () => {
      const longName = 'x'.repeat(100) as unknown as number;
      const unfit = textUpdate(2, longName, 'unfit');
      const intake = intakeOf();
      await intake.receive(textUpdate(1, 5, 'before it'), unfit, textUpdate(3, 6, 'behind it'));
      expect(await states(intake)).toEqual(['1 waiting', '2 parked', '3 waiting']);
      const [, parked] = await intake.entries();
      expect(parked?.payload).toBe('');
      expect(parked?.fault).toContain('ER_DATA_TOO_LONG');
      const event = 'sys_crash:update-parked';
      expect(await db().dataSource.manager.countBy(AuditEntry, { event })).toBe(1);

      await intake.receive(unfit, textUpdate(4, 5, 'after it'));
      await intake.drain();
      expect(intake.handled.toSorted()).toEqual(['after it', 'before it', 'behind it']);
    });

  it('are dropped where they are about no chat that there could be', async () => {
    const intake = intakeOf();
    const shapes: unknown[] = [{}, { toString: 5 }, null, [], true];
    await intake.receive(...shapes.map((id, at) => textUpdate(at + 1, id as number, 'odd')));
    expect(await intake.entries()).toEqual([]);
    await intake.receive(textUpdate(9, 5, 'good'));
    expect((await intake.entries()).map(({ chatKey }) => chatKey)).toEqual([keyOf(5)]);
  });
});
