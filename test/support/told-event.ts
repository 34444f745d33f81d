import type { InboxEntry } from '../../entities/inbox-entry.js';
import type { ChatEvent } from '../../src/chat/events.js';
import { readIncoming } from '../../src/intake/inbox.js';
import type { Keyring } from '../../src/keys/keyring.js';

/** The event that a row of the inbox tells its chat. Throws when the row is an update. */
export function toldEvent(keyring: Keyring, row: InboxEntry): ChatEvent {
  const incoming = readIncoming(keyring, row);
  if (incoming.kind !== 'event') throw new Error('an update stands where an event was to be told');
  return incoming.event as ChatEvent;
}
