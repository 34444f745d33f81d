/**
 * Plays what can be done to members, to staff and to the bot, as attackers would, against the product in processes of
 * its own, and says what got through, what it cost and how long the attacked member was held up.
 *
 *     npm run abuse-lab
 */
import { Usage } from '../playground/flags.js';
import { attacks } from './attacks.js';
import { readOptions } from './options.js';
import { playAll } from './play.js';
import { embedded, onServer } from './town/databases.js';

process.once('SIGINT', () => process.exit(130));
try {
  const options = readOptions(
    process.argv.slice(2),
    attacks.map(({ row }) => row),
  );
  const address = process.env['DATABASE_URL'];
  const database = address ? onServer(address) : embedded;
  process.exit(await playAll({ attacks, database, options, print: (line) => console.log(line) }));
} catch (error) {
  console.error(error instanceof Usage ? error.message : error);
  process.exit(error instanceof Usage ? 2 : 1);
}
