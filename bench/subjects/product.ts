import { fileURLToPath } from 'node:url';
import { Coverage } from '../../entities/coverage.js';
import { Member as Row } from '../../entities/member.js';
import { systemClock } from '../../src/clock.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { migrate } from '../../src/db/migrate.js';
import { parseAppKeys } from '../../src/keys/app-keys.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { encryptRow } from '../../src/keys/personal-fields.js';
import { systemRandom as random } from '../../src/random.js';
import { growMembers } from '../growth/product-rows.js';
import { coverOf, insertAll, type Member, type Subject } from './subject.js';

const appKey = random.bytes(32).toString('base64');

/** What `npm start` runs. Budgets and paces are raised, since a crowd would come to their ends. */
export const product = (database: Subject['database'], processes: number): Subject => ({
  name: `product, ${database}${processes > 1 ? `, ${processes} processes` : ''}`,
  database,
  processes,
  program: fileURLToPath(new URL('../../src/main.js', import.meta.url)),
  settings: {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    APP_KEYS: appKey,
    HTTP_PORT: '0',
    PORTAL: 'http',
    SMS_PROVIDERS: 'kavenegar',
    SMS_PER_HOUR: '100000',
    SMS_PER_DAY: '1000000',
    TELEGRAM_CALLS_PER_SECOND: '1000',
    TELEGRAM_PER_CHAT_AND_MINUTE: '60000',
    // So that those who begin and leave it there are all there at once.
    DIALOGUE_IDLE_MINUTES: '60',
    DIALOGUE_MOST_MINUTES: '120',
  },
  enter,
  grow: growMembers,
});

/** Encrypted and indexed as the product does it, under the key that its process is given. */
async function enter(url: string, people: readonly Member[]): Promise<void> {
  const settings = parseDatabaseUrl(url);
  const keys = parseAppKeys(appKey);
  if (!settings || !keys.ok) throw new Error('this is no database or key of ours');
  const keyring = makeKeyring({ keys: keys.keys, random });
  const database = await makeDataSource(settings).initialize();
  await migrate(database);
  const createdAt = systemClock.now();
  const rows = people.map(({ insuredCode, nationalId, mobile, known }, at) => ({
    id: at + 1,
    insuredCode,
    ...encryptRow(keyring, { nationalId, mobile: known ? mobile : null, name: null }),
    mobileSource: known ? ('insurer' as const) : null,
    createdAt,
  }));
  await insertAll(database, Row, rows);
  await insertAll(
    database,
    Coverage,
    rows.map(({ id }) => coverOf(id)),
  );
  await database.destroy();
}
