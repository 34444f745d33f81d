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
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/config.js';
import { gatherEnvironment } from '../../src/config/environment.js';
import type { Env } from '../../src/config/setting.js';
import { systemRandom } from '../../src/random.js';
import { openProductionHouse, type ProductionHarness } from '../cli/production-harness.js';
import { databases } from '../support/databases.js';
import { mariadbUrl } from '../support/services.js';
import { shellBlocks, typeBlock } from '../support/shell-blocks.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const isRoot = process.getuid?.() === 0;

/** The project as somebody has unpacked it: what is under version control, or would be. */
function unpacked(folder: string): string {
  const project = join(folder, 'unpacked');
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of stdout.trim().split('\n')) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    cpSync(join(root, name), join(project, name));
  }
  return project;
}

const lines = (settings: Env, without: readonly string[] = []): string =>
  Object.entries(settings)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

/** Types the blocks of a way one after the other, in one folder. */
function typist(folder: string, instead: [string | RegExp, string][], standIns: string) {
  return (block = '', env: Env = {}) =>
    typeBlock(`cd ${join(folder, 'unpacked')}\n${block}`, {
      instead,
      standIns,
      env: { HOME: folder, ...env },
    });
}

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

/** Not typed here: apt-get, npm's way to its registry (what it would fetch lies here already), and systemd. */
const standInsFor = (folder: string): string => `
npm() { case "$1" in ci) cp -a ${root}node_modules . && command npm run --silent build;; esac; }
sudo() { shift; local user=$1; shift; runuser -u "$user" -- "$@"; }
systemctl() { echo systemctl "$@"; }
journalctl() { echo journalctl "$@"; }
fill_in() { cat ${folder}/own.env > "$1"; }
`;

/** An engine that says what it is asked for, and knows of every image a digest that nobody can take for a real one. */
const dockerStandIn = `docker() {
  local image="\${!#}"
  case "$1" in image) echo "\${image%%:*}@sha256:of-$image";; *) echo docker "$@";; esac
}`;

describe.skipIf(!isRoot)('containers, as they are written down,', () => {
  const [secrets, settings, images, start] = shellBlocks('docs/installation.md', '## Containers');
  let folder: string;
  let house: ProductionHarness;
  let typed: ReturnType<typeof typist>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ramzyar-containers-'));
    house = await openProductionHouse(databases[0]!);
    unpacked(folder);
    typed = typist(folder, [], `${dockerStandIn}\n${standInsFor(folder)}`);
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes secrets, of which the image’s user reads those of the bot', async () => {
    await typed(secrets);
    const at = (secret: string) => statSync(join(folder, 'unpacked/deploy/secrets', secret));
    for (const secret of ['app_keys', 'webhook_secret', 'database_url']) expect(at(secret).uid).toBe(1000);
    expect(at('database_password').mode & 0o777).toBe(0o400);
  });

  it('makes settings that are complete together with what compose.yaml sets', async () => {
    writeFileSync(join(folder, 'own.env'), lines(house.settings, ['DATABASE_URL', 'APP_KEYS', 'HTTP_PORT']));
    await typed(settings, { EDITOR: 'fill_in' });
    const deploy = join(folder, 'unpacked/deploy');
    const compose = parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8')) as Compose;
    const set = Object.entries(compose.services.ramzyar.environment).map(([key, value]) => [
      key,
      value
        .replace('/run/secrets', join(deploy, 'secrets'))
        .replace(/\$\{WEBHOOK_HOST.*\}/, 'bot.insurer.example'),
    ]);
    const config = readConfig(gatherEnvironment(Object.fromEntries(set) as Env, join(deploy, 'ramzyar.env')));
    expect(config).toMatchObject({
      updates: { kind: 'webhook' },
      database: { host: 'database', user: 'ramzyar' },
    });
  });

  it('holds every image to a digest, under a name that compose.yaml and the Dockerfile read', async () => {
    await typed(images);
    const deploy = join(folder, 'unpacked/deploy');
    const held = readFileSync(join(deploy, '.env'), 'utf8').trim().split('\n');
    const asked = [
      ...readFileSync(join(deploy, 'compose.yaml'), 'utf8').matchAll(
        /\$\{(\w+_IMAGE):\?(\S+) by its digest/g,
      ),
    ];
    expect(held).toHaveLength(4);
    expect(held.sort()).toEqual(
      asked.map(([, name = '', image = '']) => `${name}=${image.split(':')[0]}@sha256:of-${image}`).sort(),
    );
  });

  it('starts, and asks the doctor: not here, where no engine runs; the service that it names is there', async () => {
    const said = (await typed(start)).trim().split('\n');
    const before = 'docker compose -p ramzyar -f deploy/compose.yaml';
    expect(said).toEqual([`${before} up -d --build`, `${before} run --rm ramzyar doctor`]);
  });
});

interface Compose {
  services: { ramzyar: { environment: Record<string, string> } };
}

it('npm ci without what it is built with says how to build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-npm-'));
  cpSync(join(root, 'prepare.mjs'), join(folder, 'prepare.mjs'));
  const { status, stderr } = spawnSync(process.execPath, ['prepare.mjs'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stderr).toContain('npm ci --include=dev && npm prune --omit=dev');
  expect(status).toBe(1);
});
