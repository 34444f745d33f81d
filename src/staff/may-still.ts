import type { People } from '../people/people.js';
import { atLeast, type StaffRole } from '../people/role.js';

/** Is whoever asked for something in this chat still of staff there, and of this role? Asked anew by what is done outside, after a while. */
export async function mayStill(
  people: Pick<People, 'byId' | 'chatsOfPerson'>,
  { personId, chatKey }: { personId: number; chatKey: string },
  least: StaffRole,
): Promise<boolean> {
  const person = await people.byId(personId);
  const chats = await people.chatsOfPerson(personId);
  return person !== null && atLeast(person.role, least) && chats.includes(chatKey);
}
