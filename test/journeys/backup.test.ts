import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { databases } from '../support/databases.js';
import { invent, type Invented } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { shellBlocks, typeBlock } from '../support/shell-blocks.js';
import { openTown, type Town } from '../support/town.js';
import { walk } from '../support/walk.js';
import { type } from '../cli/shell.js';

const people = [invent(1), invent(2)] as [Invented, Invented];
const blocks = shellBlocks('docs/operations.md', '## Backup and restore');
const of = { SQLite: blocks.slice(0, 2), MariaDB: blocks.slice(2, 4) };

/** Not there: systemd, and a user of the name. What is left of `install` is what it does to the file. */
const standIns = `
systemctl() { :; }
ramzyar() { :; }
install() { command install -m 600 "\${@: -2}"; }`;

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('backup and restore, typed as they are written down,', () => {
    let town: Town;
    let product: ProductProcess;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'ramzyar-backup-'));
      town = await openTown(kind, people);
      product = await town.startProduct();
    });
    afterAll(async () => {
      product.kill();
      await product.gone;
      await town.close();
      rmSync(folder, { recursive: true });
    });

    const typed = (block = '') => {
      const { hostname, port, username, pathname } = new URL(town.db.url.replace('sqlite:', 'file:'));
      writeFileSync(
        join(folder, '.my.cnf'),
        `[client]\nhost=${hostname}\nport=${port || 3306}\nuser=${username}\n`,
      );
      const instead: [string | RegExp, string][] = [
        ['/var/backups/ramzyar', join(folder, 'backups')],
        ['/var/lib/ramzyar/ramzyar.db', pathname],
        [/(?<=--triggers |DATABASE |mariadb )ramzyar\b/g, pathname.slice(1)],
      ];
      return typeBlock(block, { instead, standIns, env: { HOME: folder } });
    };
    const [backup, restore] = of[kind.name];
    const now = () => new Date(systemClock.now().getTime() + town.clock.ahead);
    const stop = async () => {
      product.kill();
      await product.gone;
    };

    /** Up to the code, of which a backup is taken; then the recovery is carried out, and the database is put back. */
    async function restoredBeforeTheCode(member: Invented) {
      const { account: id, phone } = member;
      const chat = town.emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone });
      const way = walk(member, chat, town.phone);
      await way.begin();
      await way.givesCode();
      way.givesId();
      await way.isAskedForTheCode();
      const code = await way.readsCode();
      await typed(backup);
      way.chat.say(code);
      await way.isBackIn();
      await stop();
      await typed(restore);
      return { way, code };
    }

    it('leave no code worth anything where “ramzyar restored” was forgotten', async () => {
      const { way, code } = await restoredBeforeTheCode(people[0]);
      product = await town.startProduct();
      way.chat.say(code);
      await way.hears('challenge-over');
      const latest = join(folder, 'backups', kind.name === 'SQLite' ? 'latest.db' : 'latest.sql');
      expect(statSync(latest).mode & 0o77).toBe(0);
    });

    it('say how many requests are over, with the bot stopped, and refuse beside it', async () => {
      expect(await type('restored', town.settings, { now })).toMatchObject({
        code: 1,
        said: expect.stringMatching(/stop (it first|all of its processes)/) as string,
      });
      const { way, code } = await restoredBeforeTheCode(people[1]);
      const told = await type('restored', town.settings, { now });
      expect(told).toMatchObject({
        code: 0,
        said: expect.stringContaining('1 requests were open') as string,
      });
      product = await town.startProduct();
      way.chat.say(code);
      await way.hears('challenge-over');
    });
  });
});
