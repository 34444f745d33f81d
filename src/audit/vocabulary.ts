interface Meaning {
  /** Its name in OWASP's logging vocabulary. */
  name: string;
  /** Somebody ought to be told. */
  alert?: true;
  /** A reference can stand for it: whoever is given one hears its story, `story-<reason>`, from `/why`. */
  quoted?: true;
  /** The member's own doing: only somebody who knows code and ID, or has a chat or number of theirs, brings it about. */
  own?: true;
  /** It keeps people from getting on: as what reports count whoever it meets, `chart-refusal-<counts>`. */
  counts?: string;
}

/**
 * Our own reasons: the one list of them.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html
 */
export const vocabulary = {
  'pair-matched': { name: 'authn_login_success', own: true },
  'no-match': { name: 'authn_login_fail', quoted: true, counts: 'no-match' },
  'too-many-pairs': { name: 'excess_rate_limit_exceeded', quoted: true, counts: 'too-many-pairs' },
  'card-differs': { name: 'authz_fail', quoted: true, counts: 'card-needed' },
  'codes-need-card': { name: 'authz_fail', quoted: true, counts: 'card-needed' },
  'too-many-members': {
    name: 'excess_rate_limit_exceeded',
    alert: true,
    quoted: true,
    counts: 'too-many-members',
  },
  'code-perhaps-sent': { name: 'excess_rate_limit_exceeded', quoted: true, counts: 'too-many-pairs' },
  'code-not-sent': { name: 'authz_fail', quoted: true, counts: 'too-many-pairs' },
  locked: { name: 'authz_fail', quoted: true, counts: 'locked' },
  'locked-until-staff': { name: 'authz_fail', quoted: true, counts: 'locked-until-staff' },
  'cover-not-active': { name: 'authz_fail', quoted: true, counts: 'cover-not-active' },
  'under-way': { name: 'sequence_fail', quoted: true, counts: 'under-way' },
  'portal-away': { name: 'authn_password_change_fail', quoted: true, counts: 'portal-away' },
  'account-missing': {
    name: 'authn_password_change_fail',
    alert: true,
    quoted: true,
    counts: 'account-missing',
  },
  'password-is-initial': { name: 'authn_password_change_fail', counts: 'password-is-initial' },
  'resets-used-up': { name: 'excess_rate_limit_exceeded', quoted: true, counts: 'resets-used-up' },
  'mobile-not-proven': { name: 'input_validation_fail' },
  'mobile-by-staff': { name: 'authz_change', quoted: true, counts: 'mobile-by-staff' },
  'mobile-mismatch': { name: 'authz_change', quoted: true, counts: 'mobile-mismatch' },
  'mobile-owner-unknown': { name: 'input_validation_fail' },
  'number-cooling': { name: 'authz_fail', quoted: true, counts: 'number-cooling' },
  'too-many-sends': { name: 'excess_rate_limit_exceeded', quoted: true, counts: 'too-many-sends' },
  'send-too-soon': { name: 'excess_rate_limit_exceeded', quoted: true, counts: 'too-many-sends' },
  'sms-budget-spent': {
    name: 'excess_rate_limit_exceeded',
    alert: true,
    quoted: true,
    counts: 'sms-budget-spent',
  },
  'code-sent': { name: 'authn_token_created' },
  'code-sent-again': { name: 'authn_token_created' },
  'sms-refused': { name: 'authn_token_revoked', counts: 'sms-refused' },
  'sms-undelivered': { name: 'authn_token_revoked', quoted: true, counts: 'sms-undelivered' },
  'code-sent-another-way': { name: 'authn_token_created' },
  'challenge-abandoned': { name: 'authn_token_revoked' },
  'code-from-elsewhere': { name: 'authz_fail' },
  'code-expired': { name: 'sequence_fail', counts: 'code-expired' },
  'challenge-over': { name: 'authn_token_reuse' },
  'number-changed': { name: 'authn_token_revoked' },
  'code-wrong': { name: 'authn_login_fail' },
  'code-wrong-last': { name: 'authn_login_fail_max', quoted: true, counts: 'code-wrong-last' },
  'locked-for-wrong-codes': { name: 'authn_login_lock', quoted: true, counts: 'locked' },
  'closed-for-wrong-codes': {
    name: 'authn_login_lock',
    alert: true,
    quoted: true,
    counts: 'locked-until-staff',
  },
  'code-right': { name: 'authn_login_success', quoted: true, own: true },
  'mobile-registered': { name: 'user_updated', own: true },
  'reset-done': { name: 'authn_password_change', quoted: true },
  'reset-kept': { name: 'authn_password_change_fail', quoted: true },
  'reset-sent-again': { name: 'authn_password_change_fail', quoted: true },
  'reset-given-back': { name: 'authn_password_change_fail', quoted: true, counts: 'account-missing' },
  'reset-with-staff': {
    name: 'authn_password_change_fail',
    alert: true,
    quoted: true,
    counts: 'reset-with-staff',
  },
  'number-reported': { name: 'authz_change', quoted: true, counts: 'number-reported', own: true },
  'not-me': { name: 'authn_login_lock', alert: true, quoted: true, own: true },
  'not-my-change': { name: 'authn_login_lock', alert: true, quoted: true, own: true },
  'account-lock': { name: 'authn_login_lock', alert: true },
  'list-mobile': { name: 'user_updated' },
  'list-national-id': { name: 'user_updated' },
  'list-period': { name: 'user_updated' },
  'list-left': { name: 'user_updated' },
  'member-forgotten': { name: 'sensitive_delete' },
  'staff-erase': { name: 'sensitive_delete' },
  'chat-not-theirs': { name: 'authz_change', own: true },
  'chat-ended': { name: 'authz_change' },
  'member-looked-up': { name: 'sensitive_read' },
  'resets-exported': { name: 'sensitive_read' },
  'trail-exported': { name: 'sensitive_read' },
  'staff-unlock': { name: 'authz_change' },
  'staff-block': { name: 'authz_change' },
  'staff-unblock': { name: 'authz_change' },
  'staff-end-chat': { name: 'authz_change' },
  'staff-clear-mobile': { name: 'user_updated' },
  'staff-first-mobile': { name: 'user_updated' },
  'staff-grant': { name: 'authz_change' },
  'staff-mark-done': { name: 'authn_password_change', quoted: true },
  'staff-give-back': { name: 'authn_password_change_fail', quoted: true },
  'staff-ask-portal': { name: 'authn_password_change_fail', quoted: true },
  'staff-account-made': { name: 'authz_change' },
  'staff-refuse-request': { name: 'authz_change', quoted: true },
  'staff-test-sms': { name: 'sensitive_create' },
  'staff-mute-chat': { name: 'authz_change', quoted: true },
  'staff-unmute-chat': { name: 'authz_change', quoted: true },
  'staff-close-house': { name: 'sys_shutdown' },
  'staff-open-house': { name: 'sys_startup' },
  'staff-add': { name: 'user_created' },
  'staff-link': { name: 'user_updated' },
  'staff-remove': { name: 'user_updated' },
  'staff-role': { name: 'privilege_permissions_changed' },
  'staff-not-allowed': { name: 'authz_fail', quoted: true },
  'staff-apply-list': { name: 'authz_change', quoted: true },
  'staff-apply-list-together': { name: 'authz_change', quoted: true },
  'staff-apply-list-whole': { name: 'authz_change', quoted: true },
  'staff-undo-list': { name: 'authz_change', quoted: true },
  'staff-undo-list-together': { name: 'authz_change', quoted: true },
  'approval-asked': { name: 'authz_change', quoted: true },
  'approval-given': { name: 'authz_change', quoted: true },
  'approval-refused': { name: 'authz_change', quoted: true },
  'import-sent': { name: 'upload_complete' },
  'import-judged': { name: 'upload_validation', quoted: true },
  'import-refused': { name: 'upload_validation', quoted: true },
  'import-dropped': { name: 'upload_delete', quoted: true },
  'import-consent-code': { name: 'authz_change', quoted: true },
  'import-approved': { name: 'authz_change', quoted: true },
  'import-applied': { name: 'user_updated', quoted: true },
  'import-undone': { name: 'user_updated', quoted: true },
  'sms-resting': { name: 'sys_crash', alert: true },
  'sms-misconfigured': { name: 'sys_crash', alert: true },
  'sms-no-credit': { name: 'excess_rate_limit_exceeded', alert: true },
  'sms-credit-low': { name: 'excess_rate_limit_exceeded', alert: true },
  'portal-silent': { name: 'sys_crash', alert: true },
  'portal-back': { name: 'sys_startup', alert: true },
  'most-accounts-missing': { name: 'sys_crash', alert: true },
  'many-wrong-pairs': { name: 'authn_login_fail_max', alert: true },
  'many-wrong-codes': { name: 'authn_login_fail_max', alert: true },
  'wrong-codes-over': { name: 'sys_startup', alert: true },
  'messenger-wants-rest': { name: 'excess_rate_limit_exceeded', alert: true },
  'token-refused': { name: 'authn_token_revoked', alert: true },
  'update-parked': { name: 'sys_crash', alert: true },
  'job-failed': { name: 'sys_crash', alert: true },
  'jobs-missing': { name: 'sys_monitor_disabled', alert: true },
  'trail-broken': { name: 'sensitive_update', alert: true },
  'trail-not-genuine': { name: 'sensitive_update', alert: true },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Why something is written into the trail. */
export type AuditReason = keyof typeof vocabulary;

/** The event as it stands in the trail: `authn_login_lock:not-me`. */
export const auditEvent = (reason: AuditReason): string => `${vocabulary[reason].name}:${reason}`;

/** The reasons of this mark. */
type Marked<Mark extends Partial<Meaning>> = {
  [Reason in AuditReason]: (typeof vocabulary)[Reason] extends Mark ? Reason : never;
}[AuditReason];

/** The reasons that somebody is told of: each has a rule in `src/alerts/causes.ts`. */
export type AlertReason = Marked<{ alert: true }>;

/** The reasons that a reference can stand for. */
export type QuotedReason = Marked<{ quoted: true }>;

/** The reasons that keep a member from getting on, and of which they may ask support under a reference. */
export type RefusalReason = Marked<{ quoted: true; counts: string }>;

/** As what refusals are counted. */
export type RefusalCount = Extract<(typeof vocabulary)[AuditReason], { counts: string }>['counts'];

const meanings = Object.entries(vocabulary) as [AuditReason, Meaning][];

export const quotedReasons = meanings.flatMap(([reason, { quoted }]) =>
  quoted ? [reason] : [],
) as QuotedReason[];

/** What members do themselves. */
export const ownReasons = meanings.flatMap(([reason, { own }]) => (own ? [reason] : []));

export const isQuoted = (reason: string): reason is QuotedReason =>
  (quotedReasons as string[]).includes(reason);

/** By the event of the trail, as what it is counted. */
export const refusalOf: ReadonlyMap<string, RefusalCount> = new Map(
  meanings.flatMap(([reason, { counts }]) => (counts ? [[auditEvent(reason), counts as RefusalCount]] : [])),
);
