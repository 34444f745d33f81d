import { makeAudit } from '../../src/audit/audit.js';
import { usualImportPolicy } from '../../src/import/policy.js';
import { enqueueFile } from '../../src/handlers/files/enqueue.js';
import { enqueueImport } from '../../src/handlers/import/enqueue.js';
import { enqueueSmsTest } from '../../src/handlers/sms/enqueue-test.js';
import { enqueueTrailCheck } from '../../src/handlers/audit/enqueue.js';
import { makeMembers } from '../../src/members/members.js';
import { makeTestSends } from '../../src/reset/test-sends.js';
import { makeStaffOverride } from '../../src/reset/staff-override.js';
import type { ResetParts } from '../../src/reset/deps.js';
import type { Tell, ToldEvent } from '../../src/chats/tell.js';
import { makeStaffServices, type StaffServices } from '../../src/staff/services.js';

/** The room of staff over the same rows as the heart; nobody asks the providers of SMS. */
export function staffRoomOf(parts: ResetParts & { chats: Tell<ToldEvent> }): StaffServices {
  return makeStaffServices({
    ...parts,
    members: makeMembers(parts),
    audit: makeAudit(parts),
    override: makeStaffOverride(parts),
    insuredCodePattern: /^\d{4,12}$/,
    importPolicy: usualImportPolicy,
    checkTrail: (asked) => enqueueTrailCheck(parts, asked),
    askSms: () => Promise.resolve(),
    smsProviders: ['kavenegar', 'smsir'],
    testSms: (wanted) => enqueueSmsTest({ ...parts, testSends: makeTestSends(parts) }, wanted),
    requestDocument: (wanted) => enqueueFile(parts, wanted),
    orderList: (task) => enqueueImport(parts, task),
  });
}
