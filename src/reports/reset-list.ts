import type { PasswordReset } from '../../entities/password-reset.js';
import type { Day } from '../calendar/day.js';
import { addDays } from '../calendar/day.js';
import { startOfDay } from '../calendar/tehran.js';
import { chatAddress } from '../chats/address.js';
import type { ResetRecord } from './export-resets.js';
import type { Span } from './reset-list-store.js';

/** The moments of a span of days, both inclusive, in Tehran. */
export const spanOf = (from: Day, to: Day): Span => ({
  from: startOfDay(from),
  until: startOfDay(addDays(to, 1)),
});

/** Reads a page of the ledger after this row, in a transaction of its own. */
export type ReadPage = (after: PasswordReset | null) => Promise<PasswordReset[]>;

/** The ledger row after row, however long it is. */
export async function* resetRecords(page: ReadPage): AsyncGenerator<ResetRecord> {
  for (let rows = await page(null); rows.length > 0; rows = await page(rows.at(-1) ?? null)) {
    for (const { reference, insuredCode, chatKey, state, reservedAt, settledAt } of rows) {
      const { platform } = chatAddress(chatKey);
      yield { reference, insuredCode, platform, state, reservedAt, settledAt };
    }
  }
}
