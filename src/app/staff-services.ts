import type { Transaction } from '../db/transaction.js';
import { enqueueTrailCheck } from '../handlers/audit/enqueue.js';
import { enqueueFile } from '../handlers/files/enqueue.js';
import { enqueueImport } from '../handlers/import/enqueue.js';
import { enqueueSmsTest } from '../handlers/sms/enqueue-test.js';
import { enqueue } from '../outbox/outbox.js';
import { makeStaffOverride } from '../reset/staff-override.js';
import { makeStaffServices, type StaffServices } from '../staff/services.js';
import type { Services, SharedDeps } from './services.js';

/** What staff work with, over the services of the same transaction; what takes longer is enqueued. */
export function staffServicesIn(shared: SharedDeps, tx: Transaction, services: Services): StaffServices {
  const { config, keyring, clock, random, handOver } = shared;
  const within = { tx, keyring, clock, random, handOver };
  return makeStaffServices({
    ...within,
    services,
    override: () => makeStaffOverride(services.resetDeps),
    noticesPerHour: config.policy.identityNoticesPerHour,
    insuredCodePattern: config.insuredCodePattern,
    smsProviders: config.sms.map(({ name }) => name),
    enqueueTrailCheck: (asked) => enqueueTrailCheck(within, asked),
    enqueueDocument: (wanted) => enqueueFile(within, wanted),
    enqueueImport: (task) => enqueueImport(within, task),
    enqueueSmsStatus: async (chatKey, id) => {
      await enqueue(within, { kind: 'sms-standing', payload: { chatKey, id } });
    },
    enqueueSmsTest: (wanted) =>
      enqueueSmsTest({ ...within, chats: services.chats, testSends: services.testSends }, wanted),
  });
}
