import type { Count } from '../../metrics.js';
import type { MobileOwnership } from '../../ownership/port.js';
import type { OwnerAnswer, OwnerOrder } from '../../reset/ports.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { ResultsIn } from '../reset/reset-results.js';

export interface MobileOwnerParts {
  ownership: Pick<MobileOwnership, 'belongs'>;
  results: ResultsIn;
  count: Count;
}

/** Asks the operators' register whose a mobile is. A member is waiting, so it is soon "unknown"; the question changes nothing. */
export function makeMobileOwnerHandler({
  ownership,
  results,
  count,
}: MobileOwnerParts): JobHandler<OwnerOrder, OwnerAnswer> {
  return {
    kind: 'mobile-owner',
    concurrency: 8,
    waitsOutside: true,
    leaseMs: 45_000,
    tries: 2,
    onWorkerDeath: 'retry',
    async run({ mobile, nationalId }) {
      const owner = await ownership.belongs(mobile, nationalId);
      count('owner_answers_total', { owner });
      return owner === 'unknown'
        ? { kind: 'retry', fault: 'no clear answer' }
        : { kind: 'done', result: owner };
    },
    onResult: (tx, { inquiryId, chatKey }, owner) => results(tx).ownerAnswered({ inquiryId, chatKey }, owner),
    onExhausted: () => 'unknown',
  };
}
