import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/config.js';
import { gatherEnvironment } from '../../src/config/environment.js';
import type { Env } from '../../src/config/setting.js';
import { openProductionHouse, type ProductionHarness } from '../cli/production-harness.js';
import { databases } from '../support/databases.js';
import { shellBlocks } from '../support/shell-blocks.js';
import { isRoot, lines, standInsFor, typist, unpacked } from './typed-installation.js';

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
