import { MembersWay1795000000000 } from './0001-members-way.js';
import { Staff1795100000000 } from './0002-staff.js';
import { Import1795200000000 } from './0003-import.js';
import { SmsBook1795300000000 } from './0004-sms-book.js';
import { ImportInTheChat1795500000000 } from './0006-import-in-the-chat.js';
import { Reports1795600000000 } from './0007-reports.js';
import { Alerts1795900000000 } from './0010-alerts.js';
import { WhatListsChange1796000000000 } from './0011-what-lists-change.js';
import { Names1796100000000 } from './0012-names.js';
import { CallsTogether1796150000000 } from './0012-calls-together.js';
import { Periods1796200000000 } from './0013-periods.js';
import { AfterARecovery1796300000000 } from './0014-after-a-recovery.js';
import { IdentityNotices1796400000000 } from './0015-identity-notices.js';
import { Leavers1796500000000 } from './0016-leavers.js';
import { BoundChats1796600000000 } from './0017-bound-chats.js';
import { SecondPersons1796700000000 } from './0018-second-persons.js';
import { StaffPrompts1796800000000 } from './0019-staff-prompts.js';
import { TwoPurses1796900000000 } from './0020-two-purses.js';
import { WhatListsHold1797000000000 } from './0021-what-lists-hold.js';
import { BlindChallenges1797100000000 } from './0022-blind-challenges.js';
import { Installation1797200000000 } from './0023-installation.js';
import { SignedTrail1797300000000 } from './0024-signed-trail.js';
import { TraceIds1797400000000 } from './0025-trace-ids.js';
import { ShortMemberIndexes1797500000000 } from './0026-short-member-indexes.js';
import { SeenAhead1797600000000 } from './0027-seen-ahead.js';
import { OverlapsUnasked1797700000000 } from './0028-overlaps-unasked.js';
import { HiddenColumns1797800000000 } from './0029-hidden-columns.js';
import { HistoryByMember1797900000000 } from './0030-history-by-member.js';

/** In the order they are to be run. */
export const migrations = [
  MembersWay1795000000000,
  Staff1795100000000,
  Import1795200000000,
  SmsBook1795300000000,
  ImportInTheChat1795500000000,
  Reports1795600000000,
  Alerts1795900000000,
  WhatListsChange1796000000000,
  Names1796100000000,
  CallsTogether1796150000000,
  Periods1796200000000,
  AfterARecovery1796300000000,
  IdentityNotices1796400000000,
  Leavers1796500000000,
  BoundChats1796600000000,
  SecondPersons1796700000000,
  StaffPrompts1796800000000,
  TwoPurses1796900000000,
  WhatListsHold1797000000000,
  BlindChallenges1797100000000,
  Installation1797200000000,
  SignedTrail1797300000000,
  TraceIds1797400000000,
  ShortMemberIndexes1797500000000,
  SeenAhead1797600000000,
  OverlapsUnasked1797700000000,
  HiddenColumns1797800000000,
  HistoryByMember1797900000000,
];
