import { platformNames } from '../src/platforms.js';

/** The rooms of one floor, and whom each of them knows: no more and no fewer, types included, and only of floors below. */
export type Floor = Readonly<Record<string, string>>;

/**
 * The house from the ground up. A room is a folder, a file that is a room by itself, or a part of a folder with rules of
 * its own.
 */
export const floors: readonly Floor[] = [
  {
    clock: '',
    fitting: '',
    'group-by': '',
    platforms: '',
    settings: '',
    durations: '',
    lazy: '',
    log: '',
    metrics: '',
    'owner-only': '',
    random: '',
    'safe-error': '',
  },
  {
    'http-client': '',
    'outage-log': 'clock durations log',
    reference: 'random',
    'wake-up': '',
  },
  {
    identity: '',
    'sparing-log': 'durations log outage-log',
  },
  {
    calendar: 'durations identity',
  },
  {
    entities: 'platforms',
    tables: 'owner-only calendar',
  },
  {
    'db/transaction': '',
    'db/duplicate': '',
    'db/changed': '',
  },
  {
    'db/statement': 'db/transaction',
    'db/after-commit': 'db/transaction',
    'db/overlap-rule': 'db/transaction',
  },
  {
    'db/rows': 'db/transaction db/statement',
    'db/by-page': 'db/transaction db/statement',
  },
  {
    db: 'owner-only entities db/transaction db/statement db/after-commit db/overlap-rule',
    keys: 'random entities db/transaction db/changed clock durations log',
    words: 'identity',
  },
  {
    chats:
      'clock durations platforms random entities db/transaction db/by-page db/duplicate db/statement keys words',
    audit: 'clock durations random entities tables db/transaction db/rows db/statement db/after-commit keys',
    limits: 'clock entities db/transaction db/rows db/by-page db/statement',
    dialogues: 'clock entities db/transaction db/rows db/by-page db/statement db/changed keys',
  },
  {
    members:
      'clock group-by durations calendar entities db/transaction db/rows db/by-page db/statement db/changed keys chats audit',
    people: 'clock durations entities db/transaction db/changed chats',
    outbox:
      'clock durations log metrics random safe-error outage-log sparing-log wake-up entities db/transaction db/rows db/by-page db/changed db/statement db/after-commit db keys',
  },
  {
    alerts: 'clock durations entities db/transaction db/changed chats audit people',
    requests: 'clock random reference entities db/transaction db/rows db/changed chats people',
  },
  {
    sms: 'clock owner-only platforms settings http-client words',
    messenger: 'clock platforms outbox http-client',
  },
  {
    'sent-messages': 'clock durations entities db/transaction db/rows db/by-page db/statement db/changed sms',
    import:
      'clock group-by durations random reference identity calendar entities tables db/transaction db/duplicate db/changed db/overlap-rule db/statement keys words chats audit members',
    reports: 'platforms calendar entities tables db/transaction words chats audit',
  },
  {
    reset:
      'clock platforms durations lazy random reference identity calendar entities db/transaction db/rows db/by-page db/statement db/changed keys chats audit limits members alerts requests',
  },
  {
    portal: 'clock durations random http-client entities db/transaction db/duplicate db/changed reset',
    ownership: 'http-client reset',
  },
  {
    intake:
      'clock durations log metrics safe-error outage-log sparing-log entities db/transaction db/rows db/by-page db/duplicate db/changed db/statement db/after-commit db keys words chats dialogues messenger',
  },
  {
    staff:
      'clock platforms durations lazy random reference identity calendar entities db/transaction db/changed db/after-commit keys words chats audit limits members people requests import reports reset',
  },
  {
    chat: 'clock platforms random identity words chats dialogues people alerts requests reset intake staff',
  },
  {
    conversations: 'durations identity chats reset chat',
  },
  {
    commands: 'identity calendar words chats audit people requests import staff chat',
  },
  {
    bot: 'clock durations random calendar words chats dialogues people alerts import intake staff chat conversations commands',
  },
  {
    handlers:
      'clock platforms durations log metrics random identity calendar entities tables db/transaction keys words chats audit people outbox alerts requests sms messenger sent-messages import reports reset portal ownership staff chat',
  },
  {
    scheduler:
      'clock log safe-error outage-log sparing-log db/transaction db/by-page chats audit limits dialogues members outbox alerts sent-messages import reset intake staff handlers',
  },
  {
    http: 'clock durations log safe-error sparing-log intake',
  },
  {
    config:
      'platforms settings durations http-client db keys chats dialogues people outbox alerts sms messenger reset ownership chat',
  },
];

/** They tie the knot, so they may know everybody, and nobody may know them. */
export const roots = ['app', 'main', 'cli'];

/** They may know everybody too, and not even the roots may know them. */
export const outside = ['playground', 'test', 'bench', 'abuse-lab'];

/** Where a package may be named: a room, or the ending of a path. */
export const packages: Record<string, string[]> = {
  typeorm: [
    'db/rows',
    'entities',
    'db',
    'db/transaction',
    'db/after-commit',
    'intake',
    'outbox',
    'handlers',
    'portal/local',
    'store.ts',
  ],
  libsql: ['db', 'tables'],
  mysql2: ['db'],
  grammy: ['bot', 'chat', 'conversations', 'commands', 'intake', 'messenger'],
  '@grammyjs/conversations': ['bot', 'chat', 'conversations'],
  '@grammyjs/ratelimiter': ['intake'],
  '@fluent/bundle': ['words'],
  hono: ['http'],
  '@hono/node-server': ['http'],
  pino: ['log'],
  undici: ['http-client'],
  socks: ['http-client'],
  'node-cron': ['scheduler'],
  ioredis: ['intake'],
  'jalaali-js': ['calendar'],
  'csv-parse': ['tables'],
  saxes: ['tables'],
  yauzl: ['tables'],
  yazl: ['tables'],
  '@napi-rs/canvas': ['reports'],
  vazirmatn: ['reports'],
  zod: ['settings', 'config', 'sms', 'portal', 'ownership', 'messenger'],
};

/** What is handed in, decided once or kept in one place, and where it may be named. */
export const onlyIn: { what: string; pattern: RegExp; places: string[] }[] = [
  { what: 'settings', pattern: /\bprocess\.env\b/, places: ['main', 'cli/main.ts', 'config'] },
  { what: 'the time', pattern: /\bDate\.now\b|\bnew Date\(\)/, places: ['clock', 'main'] },
  { what: 'chance', pattern: /\bMath\.random\b|\brandom(Bytes|UUID|Int)\b/, places: ['random'] },
  {
    what: 'the doorway to transactions',
    pattern: /\bInTransaction\b/,
    places: ['db', 'intake', 'outbox', 'handlers', 'scheduler', 'portal/local', ...roots],
  },
  {
    what: 'the question which messenger it is',
    pattern: new RegExp(`[=!]==? '(${platformNames.join('|')})'`),
    places: [],
  },
  { what: 'Persian words', pattern: /[آ-ی]{2}/, places: ['config'] },
];
