/**
 * Our own reasons, each under its name in OWASP's logging vocabulary. `alert`: somebody ought to be told.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html
 */
export const vocabulary = {
  'pair-matched': { name: 'authn_login_success', alert: false },
  'no-match': { name: 'authn_login_fail', alert: false },
  'too-many-pairs': { name: 'excess_rate_limit_exceeded', alert: false },
  locked: { name: 'authz_fail', alert: false },
  'locked-until-staff': { name: 'authz_fail', alert: false },
  'cover-not-active': { name: 'authz_fail', alert: false },
  'under-way': { name: 'sequence_fail', alert: false },
  'portal-away': { name: 'authn_password_change_fail', alert: false },
  'account-missing': { name: 'authn_password_change_fail', alert: false },
  'password-is-initial': { name: 'authn_password_change_fail', alert: false },
  'resets-used-up': { name: 'excess_rate_limit_exceeded', alert: false },
  'mobile-not-proven': { name: 'input_validation_fail', alert: false },
  'mobile-by-staff': { name: 'authz_change', alert: false },
  'mobile-mismatch': { name: 'authz_change', alert: false },
  'mobile-owner-unknown': { name: 'input_validation_fail', alert: false },
  'too-many-sends': { name: 'excess_rate_limit_exceeded', alert: false },
  'sms-budget-spent': { name: 'excess_rate_limit_exceeded', alert: true },
  'code-sent': { name: 'authn_token_created', alert: false },
  'code-sent-again': { name: 'authn_token_created', alert: false },
  'sms-refused': { name: 'authn_token_revoked', alert: false },
  'sms-undelivered': { name: 'authn_token_revoked', alert: false },
  'code-sent-another-way': { name: 'authn_token_created', alert: false },
  'challenge-abandoned': { name: 'authn_token_revoked', alert: false },
  'code-from-elsewhere': { name: 'authz_fail', alert: false },
  'code-expired': { name: 'sequence_fail', alert: false },
  'challenge-over': { name: 'authn_token_reuse', alert: false },
  'number-changed': { name: 'authn_token_revoked', alert: false },
  'code-wrong': { name: 'authn_login_fail', alert: false },
  'code-wrong-last': { name: 'authn_login_fail_max', alert: false },
  'locked-for-wrong-codes': { name: 'authn_login_lock', alert: false },
  'closed-for-wrong-codes': { name: 'authn_login_lock', alert: true },
  'code-right': { name: 'authn_login_success', alert: false },
  'mobile-registered': { name: 'user_updated', alert: false },
  'reset-done': { name: 'authn_password_change', alert: false },
  'reset-kept': { name: 'authn_password_change_fail', alert: false },
  'reset-sent-again': { name: 'authn_password_change_fail', alert: false },
  'reset-given-back': { name: 'authn_password_change_fail', alert: false },
  'reset-with-staff': { name: 'authn_password_change_fail', alert: true },
  'number-reported': { name: 'authz_change', alert: false },
  'not-me': { name: 'authn_login_lock', alert: true },
  'member-looked-up': { name: 'sensitive_read', alert: false },
  'resets-exported': { name: 'sensitive_read', alert: false },
  'trail-exported': { name: 'sensitive_read', alert: false },
  'staff-unlock': { name: 'authz_change', alert: false },
  'staff-block': { name: 'authz_change', alert: false },
  'staff-unblock': { name: 'authz_change', alert: false },
  'staff-clear-mobile': { name: 'user_updated', alert: false },
  'staff-first-mobile': { name: 'user_updated', alert: false },
  'staff-grant': { name: 'authz_change', alert: false },
  'staff-mark-done': { name: 'authn_password_change', alert: false },
  'staff-give-back': { name: 'authn_password_change_fail', alert: false },
  'staff-ask-portal': { name: 'authn_password_change_fail', alert: false },
  'staff-refuse-request': { name: 'authz_change', alert: false },
  'staff-test-sms': { name: 'sensitive_create', alert: false },
  'staff-close-house': { name: 'sys_shutdown', alert: false },
  'staff-open-house': { name: 'sys_startup', alert: false },
  'staff-add': { name: 'user_created', alert: false },
  'staff-link': { name: 'user_updated', alert: false },
  'staff-remove': { name: 'user_updated', alert: false },
  'staff-role': { name: 'privilege_permissions_changed', alert: false },
  'staff-not-allowed': { name: 'authz_fail', alert: false },
  'approval-asked': { name: 'authz_change', alert: false },
  'approval-given': { name: 'authz_change', alert: false },
  'approval-refused': { name: 'authz_change', alert: false },
  'import-approved': { name: 'authz_change', alert: false },
  'import-applied': { name: 'user_updated', alert: false },
  'import-undone': { name: 'user_updated', alert: false },
  'sms-resting': { name: 'sys_crash', alert: true },
  'sms-misconfigured': { name: 'sys_crash', alert: true },
  'sms-no-credit': { name: 'excess_rate_limit_exceeded', alert: true },
  'sms-credit-low': { name: 'excess_rate_limit_exceeded', alert: true },
  'portal-silent': { name: 'sys_crash', alert: true },
  'portal-back': { name: 'sys_startup', alert: true },
  'many-wrong-pairs': { name: 'authn_login_fail_max', alert: true },
  'token-refused': { name: 'authn_token_revoked', alert: true },
  'update-parked': { name: 'sys_crash', alert: true },
  'job-failed': { name: 'sys_crash', alert: true },
  'jobs-missing': { name: 'sys_monitor_disabled', alert: true },
  'trail-broken': { name: 'sensitive_update', alert: true },
} as const;

/** Why something is written into the trail. */
export type AuditReason = keyof typeof vocabulary;

/** The event as it stands in the trail: `authn_login_lock:not-me`. */
export function auditEvent(reason: AuditReason): string {
  return `${vocabulary[reason].name}:${reason}`;
}

/** The reasons that somebody is told of: each has a rule in `src/alerts/causes.ts`. */
export type AlertReason = {
  [Reason in AuditReason]: (typeof vocabulary)[Reason]['alert'] extends true ? Reason : never;
}[AuditReason];
