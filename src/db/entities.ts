import { Alert } from '../../entities/alert.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Chat } from '../../entities/chat.js';
import { MaintenanceNotice } from '../../entities/maintenance-notice.js';
import { Coverage } from '../../entities/coverage.js';
import { Dialogue } from '../../entities/dialogue.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { ImportAbsent } from '../../entities/import-absent.js';
import { ImportFinding } from '../../entities/import-finding.js';
import { ImportInvitation } from '../../entities/import-invitation.js';
import { ImportListed } from '../../entities/import-listed.js';
import { ImportRow } from '../../entities/import-row.js';
import { ImportRun } from '../../entities/import-run.js';
import { ImportTask } from '../../entities/import-task.js';
import { Installation } from '../../entities/installation.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { LimitCounter } from '../../entities/limit-counter.js';
import { Member } from '../../entities/member.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { PortalAccount } from '../../entities/portal-account.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { StaffAccount } from '../../entities/staff-account.js';
import { StaffApproval } from '../../entities/staff-approval.js';
import { StaffPerson } from '../../entities/staff-person.js';
import { StaffPrompt } from '../../entities/staff-prompt.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import { StaffRequest } from '../../entities/staff-request.js';

/** Every table of the product. */
export const entities = [
  Alert,
  AuditEntry,
  BoundChat,
  Challenge,
  Chat,
  MaintenanceNotice,
  Coverage,
  Dialogue,
  IdentityNotice,
  ImportAbsent,
  ImportFinding,
  ImportInvitation,
  ImportListed,
  ImportRow,
  ImportRun,
  ImportTask,
  InboxEntry,
  Installation,
  LimitCounter,
  Member,
  OutboxEntry,
  PasswordReset,
  PortalAccount,
  PortalReset,
  ResetQuota,
  SmsMessage,
  StaffAccount,
  StaffApproval,
  StaffPerson,
  StaffPrompt,
  StaffQuestion,
  StaffRequest,
];
