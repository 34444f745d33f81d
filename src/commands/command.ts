import type { UpdateScope } from '../chat/context.js';

/** What a member may type after a slash, or press on a button of the same name. */
export interface MemberCommand {
  name: string;
  /** Key of the line in the messenger's menu of commands; null where it is not shown. */
  description: string | null;
  /** In the middle of a dialogue: runs, and the open question is put again. */
  aside: boolean;
  /** `argument`: what followed the name. */
  run: (house: UpdateScope, argument: string) => Promise<void>;
}
