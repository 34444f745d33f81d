/** Who may import whom. */
export interface Allowance {
  imports: string[];
  /** Only for their types: lines that leave no trace when the program runs. */
  types?: string[];
}

/** Time, chance and what is made of them: handed in everywhere. */
const given = ['clock', 'random', 'reference'];
/** What is true without a database and without a network. */
const facts = ['identity', 'calendar', 'tables'];
/** Where things are decided and remembered, in a transaction that is handed in. */
const rooms = [
  'alerts',
  'reset',
  'limits',
  'members',
  'audit',
  'staff',
  'import',
  'reports',
  'chats',
  'dialogues',
  'sent-messages',
  'people',
  'requests',
  'keys',
  'words',
];
/** What speaks to the outside, each behind the port of the one who needs it. */
const edges = ['sms', 'portal', 'ownership', 'messenger'];
/** What an operator watches. */
const gauges = ['log', 'metrics', 'safe-error', 'wake-up'];

const each = (names: string[], allowance: Allowance): Record<string, Allowance> =>
  Object.fromEntries(names.map((name) => [name, allowance]));

/** A name is a folder, a file that is a room by itself, or a part of a folder with rules of its own. */
export const table: Record<string, Allowance> = {
  ...each(['clock', 'random', 'http-client'], { imports: [] }),
  reference: { imports: [], types: ['random'] },
  ...each(gauges, { imports: [], types: ['clock'] }),
  identity: { imports: [] },
  calendar: { imports: ['identity'] },
  tables: { imports: ['identity', 'calendar'] },
  entities: { imports: [], types: ['identity'] },
  ...each(rooms, {
    imports: [...rooms, ...facts, ...given, 'entities', 'db/duplicate'],
    types: ['db'],
  }),
  'sent-messages': { imports: [...given, 'entities'], types: ['db', 'sms'] },
  ...each(edges, {
    imports: ['http-client', 'safe-error', 'identity'],
    types: [...given, 'reset', 'chats', 'words'],
  }),
  'portal/local': {
    imports: ['entities', 'portal', 'db/duplicate'],
    types: ['db', 'random', 'clock', 'reset'],
  },
  conversations: { imports: ['chat', ...facts], types: [...given, ...rooms] },
  chat: { imports: facts, types: [...given, ...rooms] },
  commands: { imports: [...facts, ...rooms], types: [...given, 'chat'] },
  bot: {
    imports: ['chat', 'conversations', 'commands', 'chats', 'alerts', 'people', ...facts],
    types: [...given, ...rooms, 'intake'],
  },
  scheduler: { imports: [...rooms, ...gauges, 'intake', 'outbox'], types: [...given, 'db', 'handlers'] },
  db: { imports: ['entities'] },
  'db/duplicate': { imports: [] },
  intake: {
    imports: ['db', 'db/duplicate', 'entities', 'messenger', ...rooms, ...gauges],
    types: [...given],
  },
  outbox: {
    imports: ['db', 'db/duplicate', 'entities', ...gauges],
    types: [...given, 'keys', 'messenger'],
  },
  handlers: {
    imports: ['db', 'db/duplicate', 'entities', 'messenger', 'outbox', ...facts, ...rooms, ...gauges],
    types: [...given, ...edges, 'chat', 'intake'],
  },
  http: { imports: gauges, types: [...given, 'intake', 'outbox', 'sms'] },
  config: { imports: [...facts, 'keys', 'reset', 'import', 'db'], types: [...edges, ...rooms, 'chat'] },
};

/** They tie the knot, so they may know everybody, and nobody may know them. */
export const roots = ['app', 'main', 'cli'];

/** They may know everybody too, and not even the roots may know them. */
export const outside = ['playground', 'test', 'bench'];

/** Where a package may be named: a room, or the ending of a path. */
export const packages: Record<string, string[]> = {
  typeorm: ['entities', 'db', 'intake', 'outbox', 'handlers', 'portal/local', 'store.ts'],
  libsql: ['db', 'tables'],
  mysql2: ['db'],
  grammy: ['bot', 'chat', 'conversations', 'commands', 'intake', 'messenger'],
  '@grammyjs/conversations': ['bot', 'chat', 'conversations'],
  '@grammyjs/ratelimiter': ['intake'],
  '@fluent/bundle': ['words'],
  hono: ['http'],
  '@hono/node-server': ['http'],
  pino: ['log'],
  'node-cron': ['scheduler'],
  ioredis: ['intake'],
  'jalaali-js': ['calendar'],
  'csv-parse': ['tables'],
  saxes: ['tables'],
  yauzl: ['tables'],
  yazl: ['tables'],
  '@napi-rs/canvas': ['reports'],
  vazirmatn: ['reports'],
  zod: ['config', ...edges],
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
    pattern: /[=!]==? '(telegram|bale)'/,
    places: ['chats', 'config'],
  },
  { what: 'Persian words', pattern: /[آ-ی]{2}/, places: ['config'] },
];
