import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { systemClock } from '../../src/clock.js';
import { type } from '../cli/shell.js';
import { takeBackup } from '../../abuse-lab/town/backup.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent, type Invented } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { walk } from '../support/walk.js';

const hour = 3_600_000;
const people = [invent(1), invent(2)] as [Invented, Invented];

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('a backup taken while a code was on its way', () => {
    let town: Town;
    let product: ProductProcess;
    beforeAll(async () => {
      town = await openTown(kind, people);
      product = await town.startProduct();
    });
    afterAll(async () => {
      product.kill();
      await product.gone;
      await town.close();
    });

    const stop = async () => {
      product.kill();
      await product.gone;
    };
    const walkOf = (member: Invented) => {
      const { account: id, phone } = member;
      return walk(
        member,
        town.emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone }),
        town.phone,
      );
    };
    /** Up to the code; a copy is kept of the moment before it was typed. Then the recovery is carried out. */
    const recoveredAfterBackup = async (member: Invented) => {
      const way = walkOf(member);
      await way.begin();
      await way.givesCode();
      way.givesId();
      await way.isAskedForTheCode();
      const code = await way.readsCode();
      const restore = await takeBackup(town.db);
      way.chat.say(code);
      await way.isBackIn();
      await stop();
      return { way, code, restore };
    };
    const atThePortal = ({ insuredCode }: Invented) =>
      town.portalBooks.dataSource.manager.countBy(PortalReset, { insuredCode });
    const used = async ({ insuredCode }: Invented) => {
      const { manager } = town.db.dataSource;
      const { id: memberId } = await manager.findOneByOrFail(Member, { insuredCode });
      return (await manager.findOneBy(ResetQuota, { memberId }))?.used ?? 0;
    };

    it('revives no code once its life is over', async () => {
      const [member] = people;
      const { way, code, restore } = await recoveredAfterBackup(member);
      await restore();
      expect(await used(member)).toBe(0);
      town.clock.advance(hour);
      product = await town.startProduct();
      way.chat.say(code);
      await way.hears('nothing-is-asked');
      expect(await atThePortal(member)).toBe(1);
      const { insuredCode } = member;
      expect(await town.db.dataSource.manager.countBy(PasswordReset, { insuredCode })).toBe(0);
    });

    it('lets the member begin anew, and counts from the backup on', async () => {
      const [member] = people;
      const way = walkOf(member);
      await town.portal.changePassword(member.insuredCode, 'chosen-since');
      await way.begin();
      await way.givesCode();
      way.givesId();
      await way.isAskedForTheCode();
      // Notices come to the phone as well.
      const codes = await eventually(
        async () => way.codes(),
        ({ length }) => length === 2,
      );
      way.chat.say(codes.at(-1) ?? '');
      await way.isBackIn();
      expect([await used(member), await atThePortal(member)]).toEqual([1, 2]);
    });

    it('revives none within its life either, once the operator has said that it was a restore', async () => {
      const [, member] = people;
      const { way, code, restore } = await recoveredAfterBackup(member);
      await restore();
      const told = await type('restored', town.settings, {
        now: () => new Date(systemClock.now().getTime() + town.clock.ahead),
      });
      expect(told).toMatchObject({ code: 0 });
      expect(told.said).toContain('1 requests were open');
      product = await town.startProduct();
      way.chat.say(code);
      await way.hears('challenge-over');
      expect([await used(member), await atThePortal(member)]).toEqual([0, 1]);
      const trail = await town.db.dataSource.manager.findBy(AuditEntry, { actor: 'operator' });
      expect(trail.map(({ event }) => event)).toEqual(['authn_token_revoked:challenge-abandoned']);
    });
  });
});
