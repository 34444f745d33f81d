import { expect, it } from 'vitest';
import { invent } from '../support/invented.js';
import { acts } from './kinds.js';
import { chatOf } from './outside.js';
import { tokenOf } from './rows.js';
import type { Upgraded } from './upgraded.js';

const [owner, supervisor, operator] = ['telegram:3001', 'telegram:3002', 'telegram:3003'];

/** What staff were asked before can still be answered, by one person and by two. */
export function staffGoOn(upgraded: () => Upgraded): void {
  it.each(acts)(
    '"$kind" is done when the question of before is answered',
    async ({ kind, who, together }) => {
      const other = who === owner ? supervisor : owner;
      const [person, second] = [upgraded().person(who), upgraded().person(other)];
      second.now();
      person.presses(`staff-yes:${await tokenOf(upgraded().sql, { kind, who })}`);
      if (!together) return void (await person.hears(`did-${kind}`));
      await person.hears('approval-sent');
      second.presses(await second.isOffered(together, 'approval-asked'));
      await second.hears(together === 'approve' ? `did-${kind}` : 'approval-refused');
    },
  );

  it('nothing is done when the answer is no', async () => {
    const mina = upgraded().person(operator);
    mina.presses(`staff-no:${await tokenOf(upgraded().sql, { kind: 'unlock', who: operator })}`);
    await mina.hears('act-dropped');
  });

  it('what waited for a second person is done when they agree, whenever they were told of it', async () => {
    const [parvaneh, shahin] = [upgraded().person(owner), upgraded().person(supervisor)];
    for (const kind of ['grant', 'clear-mobile']) {
      shahin.now();
      parvaneh.presses(`approve:${await tokenOf(upgraded().sql, { kind, who: owner })}`);
      await parvaneh.hears(`did-${kind}`);
      await shahin.hears('staff-decided');
    }
    const inBale = upgraded().person('bale:4001');
    inBale.pressesOld('approve');
    await inBale.hears('approval-over');
    const left = await upgraded().sql("SELECT act FROM staff_approvals WHERE state = 'open'");
    expect(left).toEqual([]);
  });

  it('members hear what staff have decided', async () => {
    await upgraded().person(chatOf(24)).hears('reset-returned');
    await upgraded().person(chatOf(25)).hears('reset-done');
    await upgraded().person(chatOf(52)).hears('request-granted');
    await upgraded().person('telegram:1006').hears('request-refused');
  });

  it('a recovery that was left to them is done when the portal, asked once more, says that it was', async () => {
    const [reset] = await upgraded().sql<{ reference: string }>(
      `SELECT reference FROM password_resets WHERE insured_code = '${invent(26).insuredCode}'`,
    );
    upgraded().person(supervisor).presses(`ask-portal:${reset!.reference}`);
    await upgraded().person(supervisor).hears('portal-asked');
    await upgraded().person(chatOf(26)).hears('reset-done');
  });
}
