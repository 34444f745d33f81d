/** Kinds of jobs in the outbox, as commit d47e285 called them; so it is with all that follows. */
export const jobKinds = [
  ...['bot-call:telegram', 'bot-call:bale', 'file:telegram', 'file:bale', 'list:telegram', 'list:bale'],
  ...['sms-code', 'sms-notice', 'sms-status', 'sms-report', 'sms-standing', 'sms-credit', 'sms-test'],
  ...['portal-account', 'portal-reset', 'portal-outcome', 'portal-health', 'mobile-owner'],
  ...['morning-digest', 'trail-check'],
];

/** Kinds that came later: no older program can have left any. */
export const laterJobKinds: readonly string[] = [
  ...['portal-look', 'portal-lock', 'bot-calls:telegram', 'bot-calls:bale', 'blind-code', 'blind-miss'],
];

/** What is asked for as a file, and what comes: in whose chat, and a part of its name. */
export const files: readonly { what: string; who: string; name: string }[] = [
  { what: 'stats', who: 'telegram:3003', name: '.png' },
  { what: 'stats', who: 'bale:4001', name: '.png' },
  { what: 'recoveries', who: 'telegram:3002', name: 'recoveries-1405-02-01-1405-02-20.csv' },
  { what: 'recoveries', who: 'telegram:3002', name: 'recoveries-1405-02-01-1405-02-20.xlsx' },
  { what: 'trail', who: 'telegram:3001', name: 'trail-' },
  { what: 'template', who: 'telegram:3002', name: 'members.csv' },
  { what: 'template', who: 'telegram:3002', name: 'members.xlsx' },
  { what: 'findings', who: 'telegram:3002', name: 'findings-' },
];

const outdated = 'dialogue-outdated';

/** Events in the inbox: who hears of it, and which sentence. */
export const events: readonly { kind: string; who: string; hears: string }[] = [
  { kind: 'portal-account', who: 'telegram:7000031', hears: outdated },
  { kind: 'mobile-owner', who: 'telegram:7000033', hears: outdated },
  { kind: 'sms-refused', who: 'telegram:7000037', hears: 'dialogue-taken-up' },
  { kind: 'sms-undelivered', who: 'telegram:7000038', hears: 'dialogue-taken-up' },
  { kind: 'reset-done', who: 'telegram:7000028', hears: 'reset-done' },
  { kind: 'notice-reset', who: 'bale:7000028', hears: 'notice-reset' },
  { kind: 'dialogue-idle', who: 'telegram:7000034', hears: 'dialogue-idle' },
  { kind: 'dialogue-too-long', who: 'telegram:7000035', hears: 'dialogue-too-long' },
  { kind: 'went-wrong', who: 'telegram:7000047', hears: 'went-wrong' },
  { kind: 'staff-approval', who: 'telegram:3001', hears: 'approval-asked' },
  { kind: 'staff-decided', who: 'telegram:3002', hears: 'staff-decided' },
  { kind: 'staff-request', who: 'telegram:3001', hears: 'staff-request' },
  { kind: 'staff-role', who: 'telegram:3003', hears: 'staff-role' },
  { kind: 'staff-file', who: 'telegram:3002', hears: 'file-nothing' },
  { kind: 'staff-trail', who: 'telegram:3001', hears: 'audit-sound' },
  { kind: 'staff-list', who: 'telegram:3002', hears: 'list-over-applied' },
  { kind: 'staff-sms', who: 'telegram:3002', hears: 'sms-title' },
  { kind: 'staff-digest', who: 'telegram:3002', hears: 'digest-title' },
  { kind: 'staff-sms-tested', who: 'telegram:3003', hears: 'sms-tested' },
];

/** Those that one chat hears one after the other; the kind of each is its sentence. */
export const eventsInOneChat = {
  who: 'bale:2003',
  kinds: [
    ...['sms-refused', 'sms-another-way', 'sms-undelivered', 'reset-kept', 'reset-with-staff'],
    ...['reset-given-back', 'reset-returned', 'request-granted', 'request-refused', 'notice-wrong-codes'],
    'flood',
  ],
};

/** Causes of alerts; each has a sentence `alert-<cause>`. */
export const alertCauses = [
  ...['not-me', 'closed-for-wrong-codes', 'reset-with-staff', 'sms-budget-spent', 'sms-resting'],
  ...['sms-misconfigured', 'sms-no-credit', 'sms-credit-low', 'portal-silent', 'portal-back'],
  ...['many-wrong-pairs', 'token-refused', 'update-parked', 'job-failed', 'jobs-missing', 'trail-broken'],
];

const [owner, supervisor, operator] = ['telegram:3001', 'telegram:3002', 'telegram:3003'];

/** Acts that are asked about, in whose chat; `together`: a second person has to agree. */
export const acts: readonly { kind: string; who: string; together?: 'approve' | 'refuse' }[] = [
  { kind: 'unlock', who: operator },
  { kind: 'test-sms', who: operator },
  { kind: 'block', who: supervisor },
  { kind: 'unblock', who: supervisor },
  { kind: 'clear-mobile', who: supervisor, together: 'approve' },
  { kind: 'first-mobile', who: supervisor, together: 'approve' },
  { kind: 'grant', who: supervisor, together: 'refuse' },
  { kind: 'give-back', who: supervisor },
  { kind: 'mark-done', who: supervisor },
  { kind: 'refuse-request', who: supervisor },
  { kind: 'close-house', who: supervisor },
  { kind: 'open-house', who: supervisor },
  { kind: 'add', who: owner, together: 'approve' },
  { kind: 'link', who: owner, together: 'approve' },
  { kind: 'role', who: owner, together: 'approve' },
  { kind: 'remove', who: owner },
];

/** Acts on lists: they are done outside, and take their time. `undo-list-together` waits for a second person already. */
export const listActs = ['apply-list', 'apply-list-together', 'undo-list', 'undo-list-together'];

/** Buttons that stand in chats: what begins their data, who presses one, and what is said to it. */
export const buttons: readonly { action: string; who: string; hears: string; locale?: 'en' }[] = [
  { action: 'member', who: supervisor, hears: 'member-title' },
  { action: 'unlock', who: supervisor, hears: 'ask-unlock' },
  { action: 'block', who: supervisor, hears: 'ask-block' },
  { action: 'unblock', who: supervisor, hears: 'ask-unblock' },
  { action: 'clearmobile', who: supervisor, hears: 'ask-clear-mobile' },
  { action: 'audit', who: supervisor, hears: 'audit-of-member' },
  { action: 'export-csv', who: supervisor, hears: 'file-asked' },
  { action: 'export-xlsx', who: supervisor, hears: 'file-asked' },
  { action: 'import', who: supervisor, hears: 'list-wanted' },
  { action: 'import-csv', who: supervisor, hears: 'file-asked' },
  { action: 'import-xlsx', who: supervisor, hears: 'file-asked' },
  { action: 'sms-test', who: supervisor, hears: 'sms-test-number' },
  { action: 'mark-done', who: supervisor, hears: 'ask-mark-done' },
  { action: 'give-back', who: supervisor, hears: 'ask-give-back' },
  { action: 'refuse-request', who: supervisor, hears: 'ask-refuse-request' },
  { action: 'reset', who: 'telegram:1003', hears: 'ask-insured-code' },
  { action: 'help', who: 'telegram:1003', hears: 'help' },
  { action: 'privacy', who: 'telegram:1003', hears: 'privacy' },
  { action: 'language', who: 'telegram:1003', hears: 'choose-language' },
  { action: 'locale-en', who: supervisor, hears: 'language-chosen', locale: 'en' },
  { action: 'locale-fa', who: supervisor, hears: 'language-chosen' },
  { action: 'new-code', who: 'telegram:7000046', hears: outdated },
  { action: 'go-on', who: 'telegram:7000034', hears: 'old-button' },
  { action: 'begin-again', who: 'telegram:7000034', hears: 'ask-insured-code' },
  { action: 'it-is-right', who: 'telegram:1006', hears: outdated },
  { action: 'resend', who: 'telegram:7000038', hears: 'old-button' },
  { action: 'cancel', who: 'telegram:7000038', hears: 'old-button' },
  { action: 'number-not-mine', who: 'telegram:7000038', hears: 'old-button' },
  { action: 'report-number', who: 'telegram:7000043', hears: 'old-button' },
  { action: 'keep-number', who: 'telegram:1006', hears: 'old-button' },
  { action: 'other-number', who: 'telegram:7000029', hears: 'old-button' },
];

/** Buttons that are pressed where they lead somewhere. */
export const otherButtons = [
  'staff-yes',
  'staff-no',
  'import-replace',
  'approve',
  'refuse',
  'ask-portal',
  'not-me',
];
