/**
 * The same dialogue as a competent developer writes it straight: a wizard with its session in memory, TypeORM on MariaDB,
 * SMS and portal called on the way. There is no inbox, no outbox and no encryption, so it is what the product's promises
 * are measured against: killed in the middle, it loses dialogues and may send or recover twice.
 */
import { makeBot } from './bot.js';
import { makeDatabase } from './database.js';
import { poll } from './poll.js';
import { makePortal } from './portal.js';
import { readSettings } from './settings.js';
import { makeSms } from './sms.js';
import { makeSpeech } from './speech.js';

const settings = readSettings(process.env);
const deps = {
  settings,
  database: await makeDatabase(settings.databaseUrl).initialize(),
  portal: makePortal(settings.portal),
  sms: makeSms(settings.sms),
};
process.once('SIGTERM', () => process.exit());
await poll(makeBot(deps, makeSpeech(settings)));
