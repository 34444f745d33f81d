import type { UpdateScope } from '../chat/context.js';
import { atLeast, type StaffRole } from '../people/role.js';
import type { StaffMember } from '../people/people.js';
import type { StaffServices } from '../staff/services.js';

/** One of staff at work: the update's house, who it is at this moment, and what they work with. */
export interface StaffContext {
  scope: UpdateScope;
  actor: StaffMember;
  staff: StaffServices;
  /** The command's name; none for what was typed after a question. */
  command?: string;
}

/** What staff may type after a slash, or press on a button of the same name. */
export interface StaffCommand {
  name: string;
  /** Key of its line in `/help` and in the messenger's menu; null where it only stands on buttons. */
  description: string | null;
  /** Key of what follows the name, as `/help` and a mistake show it; null: nothing does. */
  usage: string | null;
  /** What follows the name may be left out, so the name alone may stand on a key. */
  usageOptional?: true;
  least: StaffRole;
  /** `argument`: what followed the name, trimmed; or what the button carries. */
  run: (context: StaffContext, argument: string) => Promise<void>;
}

/** May they, at this moment? */
export const mayRun = ({ role }: StaffMember, { least }: StaffCommand): boolean => atLeast(role, least);
