import type { Count } from '../../metrics.js';
import type { MobileOwnership } from '../../ownership/port.js';
import type { OwnerAnswer, OwnerOrder } from '../../reset/ports.js';
import type { Performer } from '../../outbox/handler.js';
import type { Settle } from '../reset/reset-results.js';

export interface MobileOwnerParts {
  ownership: Pick<MobileOwnership, 'belongs'>;
  settle: Settle;
  count: Count;
}

/** Asks the operators' register whose a mobile is. A member is waiting, so it is soon "unknown"; the question changes nothing. */
export function makeMobileOwnerPerformer({
  ownership,
  settle,
  count,
}: MobileOwnerParts): Performer<OwnerOrder, OwnerAnswer> {
  return {
    ...{ kind: 'mobile-owner', atOnce: 8, leaseMs: 45_000, tries: 2, afterCrash: 'repeat' },
    async perform({ mobile, nationalId }) {
      const owner = await ownership.belongs(mobile, nationalId);
      count('owner_answers_total', { owner });
      return owner === 'unknown'
        ? { kind: 'later', fault: 'no clear answer' }
        : { kind: 'done', result: owner };
    },
    settle: (tx, { inquiryId, chatKey }, owner) => settle(tx).ownerAnswered({ inquiryId, chatKey }, owner),
    givenUp: () => 'unknown',
  };
}
