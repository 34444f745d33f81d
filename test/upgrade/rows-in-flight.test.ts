import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../support/databases.js';
import { minute } from '../support/hand-clock.js';
import { buttonsWork } from './buttons-work.js';
import { jobsAreDone } from './jobs-done.js';
import { listsGoOn } from './lists-go-on.js';
import { membersGoOn } from './members-go-on.js';
import { staffGoOn } from './staff-go-on.js';
import { upgrade, type Upgraded } from './upgraded.js';

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('what was under way when the program was exchanged', () => {
    let upgraded: Upgraded;
    let left: object[];
    beforeAll(async () => {
      upgraded = await upgrade(kind);
      left = await upgraded.quiet();
    });
    afterAll(() => upgraded.close());

    describe('and waited', () => jobsAreDone(() => upgraded));
    describe('of lists:', () => listsGoOn(() => upgraded));
    describe('on buttons of before:', () => buttonsWork(() => upgraded));
    describe('among staff:', () => staffGoOn(() => upgraded));
    describe('among members:', () => membersGoOn(() => upgraded));

    it('leaves nothing behind that waits, failed or was put aside', async () => {
      upgraded.world.clock.pass(2 * minute);
      await upgraded.app.runTask('ask-about-sms');
      expect([...left, ...(await upgraded.quiet())]).toEqual([]);
      expect(await upgraded.failed()).toEqual(upgraded.before.failed);
      expect(upgraded.faults).toEqual([]);
      const unknown = await upgraded.sql(
        "SELECT id FROM sms_messages WHERE provider = 'kavenegar' AND delivery = 'unknown'",
      );
      expect(unknown).toEqual([]);
    });
  });
});
