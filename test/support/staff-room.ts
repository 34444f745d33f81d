import { makeAudit } from '../../src/audit/audit.js';
import { usualImportPolicy } from '../../src/import/policy.js';
import { orderFile } from '../../src/outbox/files/order-file.js';
import { orderList } from '../../src/outbox/lists/order-list.js';
import { orderSmsTest } from '../../src/outbox/sms-tests.js';
import { orderTrailCheck } from '../../src/outbox/trail-check.js';
import { makeMembers } from '../../src/members/members.js';
import { makeTestSends } from '../../src/reset/test-sends.js';
import { makeOverrule } from '../../src/reset/overrule.js';
import type { ResetParts } from '../../src/reset/workbench.js';
import { makeStaffRoom, type StaffRoom } from '../../src/staff/room.js';

/** The room of staff over the same rows as the heart; nobody asks the providers of SMS. */
export function staffRoomOf(parts: ResetParts): StaffRoom {
  return makeStaffRoom({
    ...parts,
    members: makeMembers(parts),
    audit: makeAudit(parts),
    overrule: makeOverrule(parts),
    insuredCodePattern: /^\d{4,12}$/,
    importPolicy: usualImportPolicy,
    checkTrail: (asked) => orderTrailCheck(parts, asked),
    askSms: () => Promise.resolve(),
    smsProviders: ['kavenegar', 'smsir'],
    testSms: (wanted) => orderSmsTest({ ...parts, testSends: makeTestSends(parts) }, wanted),
    orderFile: (wanted) => orderFile(parts, wanted),
    orderList: (task) => orderList(parts, task),
  });
}
