import { writtenAccount, type AccountName } from '../chats/address.js';
import type { People } from './people.js';

/**
 * Makes owners of those whom the settings name first. Nobody who is known already is changed: the settings begin the
 * house, and from then on it is the owners who say who works in it.
 */
export async function seedOwnersFromSettings(
  people: People,
  owners: readonly (readonly AccountName[])[],
): Promise<void> {
  for (const accounts of owners) {
    const [first, ...others] = accounts;
    if (!first || (await people.byAccount(first))) continue;
    const personId = await people.add(first, writtenAccount(first), 'owner');
    for (const account of others) await people.addAccount(personId, account);
  }
}
