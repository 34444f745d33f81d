import { cancel } from './cancel.js';
import type { MemberCommand } from './command.js';
import { help } from './help.js';
import { language, languageChoices } from './language.js';
import { notices } from './notices.js';
import { privacy } from './privacy.js';
import { reset } from './reset.js';
import { start } from './start.js';
import { support } from './support.js';

/** In the order of the messenger's menu. */
export const memberCommands: readonly MemberCommand[] = [
  reset,
  cancel,
  help,
  language,
  privacy,
  notices,
  support,
  start,
  ...languageChoices,
];
