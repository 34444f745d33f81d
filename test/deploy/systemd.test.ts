import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/random.js';
import { openProductionHouse, type ProductionHarness } from '../cli/production-harness.js';
import { databases } from '../support/databases.js';
import { mariadbUrl } from '../support/services.js';
import { shellBlocks } from '../support/shell-blocks.js';
import { isRoot, lines, root, standInsFor, typist, unpacked } from './typed-installation.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe.skipIf(mariadb.missing ?? !isRoot)('one machine with systemd, as it is written down,', () => {
  const name = `ramzyar_${systemRandom.bytes(4).toString('hex')}`;
  const [, user, program, secrets, settings, doctor, start] = shellBlocks(
    'docs/installation.md',
    '## One machine with systemd',
  );
  let folder: string;
  let house: ProductionHarness;
  let typed: ReturnType<typeof typist>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ramzyar-machine-'));
    chmodSync(folder, 0o755);
    house = await openProductionHouse(databases[0]!);
    const { hostname, port, username } = new URL(mariadbUrl() ?? '');
    writeFileSync(
      join(folder, '.my.cnf'),
      `[client]\nhost=${hostname}\nport=${port || 3306}\nuser=${username}\n`,
    );
    mkdirSync(join(folder, 'etc/systemd/system'), { recursive: true });
    mkdirSync(join(folder, 'opt'));
    unpacked(folder);
    typed = typist(
      folder,
      [
        [/(?<![\w.])\/(opt|etc|var)\//g, `${folder}/$1/`],
        [/(?<=ramzyar:\$|useradd .* |-g |-o |-u |DATABASE |USER |TO |root:|ON )ramzyar\b/g, name],
        ['mysql://ramzyar:', `mysql://${name}:`],
        ['@127.0.0.1:3306/ramzyar', `@127.0.0.1:${port || 3306}/${name}`],
      ],
      standInsFor(folder),
    );
  });
  afterAll(async () => {
    await house.close();
    spawnSync('userdel', [name]);
    const connection = await createConnection(mariadbUrl() ?? '');
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.query(`DROP USER IF EXISTS ${name}@127.0.0.1`);
    await connection.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a user and folders, builds, and leaves nothing to develop with', async () => {
    await typed(user);
    await typed(program);
    expect(statSync(join(folder, 'etc/ramzyar')).gid).not.toBe(0);
    expect(mode(join(folder, 'etc/ramzyar'))).toBe('750');
    expect(mode(join(folder, 'var/lib/ramzyar'))).toBe('700');
    expect(statSync(join(folder, 'var/lib/ramzyar')).uid).not.toBe(0);
    expect(statSync(join(folder, 'opt/ramzyar/dist/src/cli/main.js')).isFile()).toBe(true);
  });

  it('makes secrets that only the bot reads, a database, and a user who may all there', async () => {
    await typed(secrets);
    for (const secret of ['app_keys', 'database_url']) {
      expect(mode(join(folder, 'etc/ramzyar', secret))).toBe('440');
      expect(statSync(join(folder, 'etc/ramzyar', secret)).gid).toBe(
        statSync(join(folder, 'etc/ramzyar')).gid,
      );
    }
    expect(mode(join(folder, 'etc/ramzyar/database_password'))).toBe('600');
  });

  it('ends with a doctor who finds no fault, asked by the bot’s own user', async () => {
    const own = `${lines(house.settings, ['DATABASE_URL', 'APP_KEYS'])}ADMINS=telegram:1\nDATABASE_URL_FILE=${folder}/etc/ramzyar/database_url\n`;
    writeFileSync(join(folder, 'own.env'), own);
    await typed(settings, { EDITOR: 'fill_in' });
    const said = await typed(doctor);
    expect(said).toMatch(/^0 faults/m);
    expect(said).toMatch(/^ok +staff +nobody yet/m);
  });

  it('starts: not here, where no systemd runs; its unit is read, and stands where systemd looks', async () => {
    expect(await typed(start)).toMatch(/systemctl daemon-reload\nsystemctl enable --now ramzyar\njournalctl/);
    const unit = readFileSync(join(folder, 'etc/systemd/system/ramzyar.service'), 'utf8');
    expect(unit).toContain('EnvironmentFile=/etc/ramzyar/ramzyar.env');
    expect(unit).toContain('LoadCredential=app_keys:/etc/ramzyar/app_keys');
    expect(unit).toContain('WorkingDirectory=/opt/ramzyar');
  });
});

it('npm ci without what it is built with says how to build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-npm-'));
  cpSync(join(root, 'prepare.mjs'), join(folder, 'prepare.mjs'));
  const { status, stderr } = spawnSync(process.execPath, ['prepare.mjs'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stderr).toContain('npm ci --include=dev && npm prune --omit=dev');
  expect(status).toBe(1);
});
