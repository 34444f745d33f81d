import { admins } from './admins.js';
import { answers } from './answers.js';
import { audit } from './audit.js';
import { block } from './block.js';
import { chats, endChatButton } from './chats.js';
import { clearmobile } from './clearmobile.js';
import { erase } from './erase.js';
import { exportCommand, exportFormats } from './export.js';
import { grant, grantOne } from './grant.js';
import { importAgain, importCommand, importTemplates, wholeList } from './import.js';
import { maintenance } from './maintenance.js';
import { member } from './member.js';
import { mute } from './mute.js';
import { pending } from './pending.js';
import { pendingActions } from './pending-actions.js';
import { setmobile, setNumberButton } from './setmobile.js';
import { sms, smsTest } from './sms.js';
import type { StaffCommand } from './staff-command.js';
import { staffHelp } from './staff-help.js';
import { stats, statsInWords } from './stats.js';
import { unblock } from './unblock.js';
import { unlock } from './unlock.js';
import { whoami } from './whoami.js';
import { why } from './why.js';

/** In the order of `/help` and of the messenger's menu. */
export const staffCommands: readonly StaffCommand[] = [
  staffHelp(() => staffCommands),
  whoami,
  member,
  why,
  chats,
  unlock,
  block,
  unblock,
  clearmobile,
  setmobile,
  grant,
  pending,
  importCommand,
  stats,
  exportCommand,
  audit,
  sms,
  maintenance,
  mute,
  erase,
  admins,
  endChatButton,
  grantOne,
  setNumberButton,
  ...pendingActions,
  statsInWords,
  ...exportFormats,
  ...importTemplates,
  wholeList,
  ...importAgain,
  smsTest,
  ...answers,
];
