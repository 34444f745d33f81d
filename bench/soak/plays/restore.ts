import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../../progress.js';
import { exactly } from '../books/book.js';
import { pause } from '../mortal.js';
import type { Crowd } from '../people/crowd.js';
import { databaseName } from '../world/database.js';
import type { World } from '../world/world.js';
import type { Play } from './play.js';

/** Members who are served before the backup, and how long others come after it, in milliseconds. */
const [before, between] = [15, 15_000];

/** By the commands of docs/operations.md. */
export const restore: Play = {
  does: 'takes a backup beside the running bot, loses the database a while later, and puts the backup back',
  forgets: true,
  async run(world, crowd) {
    const { replicas, folder, ramzyar } = world;
    while (crowd.visits.length < before) await pause(200);
    const type = shell(world);
    const latest = join(folder, 'latest.sql');
    say(`backup, with ${crowd.visits.length} members through and ${crowd.present()} there`);
    await type(`mariadb-dump --single-transaction --triggers ${databaseName} > ${latest}`);
    await pause(between);
    say(`the database is lost, with ${crowd.visits.length} members through and ${crowd.present()} there`);
    await Promise.all(replicas.map((replica) => replica.stop()));
    await type(`mariadb -e 'DROP DATABASE ${databaseName}'`);
    await type(`mariadb -e 'CREATE DATABASE ${databaseName} CHARACTER SET utf8mb4'`);
    await type(`mariadb ${databaseName} < ${latest}`);
    const { said, code } = await ramzyar(['restored']);
    await Promise.all(replicas.map((replica) => replica.startAgain()));
    await Promise.all(replicas.map((replica) => replica.isReady()));
    say('members write anew');
    crowd.beginAnew();
    return {
      tables: [said.trim(), served(crowd)],
      entries: [exactly('“ramzyar restored” has ended with', 0, code)],
    };
  },
};

const served = (crowd: Crowd): string =>
  `${crowd.visits.length} members were through before the restore; of some of them the backup knew nothing.`;

/** With the database’s own address, as root’s `.my.cnf` has it. */
function shell({ folder, database }: World): (line: string) => Promise<void> {
  const { hostname, port, username } = new URL(database.url);
  writeFileSync(join(folder, '.my.cnf'), `[client]\nhost=${hostname}\nport=${port}\nuser=${username}\n`);
  return async (line) => {
    await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', line], {
      env: { PATH: process.env['PATH'], HOME: folder },
    });
  };
}
