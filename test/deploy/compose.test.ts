import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { secretSettings } from '../../src/config/known-settings.js';
import { everySetting } from '../support/settings.js';
import { last } from './dockerfile.js';
import { stages } from './image.js';

interface Service {
  image: string;
  build?: { context: string; dockerfile: string; args: Record<string, string> };
  environment?: Record<string, string>;
  secrets?: string[];
  ports?: string[];
  volumes?: string[];
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }> | string[];
  healthcheck?: { test: string[] };
  logging?: { driver: string; options: Record<string, string> };
  ulimits?: { core: number };
}
interface Compose {
  services: Record<'ramzyar' | 'proxy' | 'database' | 'redis', Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
}

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const compose = parse(read('deploy/compose.yaml')) as Compose;
const { ramzyar, proxy, database, redis } = compose.services;
const all = Object.values(compose.services);
const final = stages.at(-1)!;

describe('the containers', () => {
  it('are two of the bot, a proxy, a database and a Redis, each of a version, and none of them without a digest', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['database', 'proxy', 'ramzyar', 'redis']);
    expect(ramzyar.deploy?.replicas).toBe(2);
    for (const { image } of all.filter(({ build }) => !build))
      expect(image).toMatch(
        /^\$\{[A-Z]+_IMAGE:\?\w+:\d+[\w.-]* by its digest, see docs\/installation\.md\}$/,
      );
    for (const { from } of stages)
      expect(ramzyar.build?.args).toEqual({
        NODE_IMAGE: `\${NODE_IMAGE:?${from} by its digest, see docs/installation.md}`,
      });
    expect(existsSync(at(ramzyar.build?.dockerfile ?? 'none'))).toBe(true);
  });

  it('have one door to the world, and health and metrics are not behind it', () => {
    expect(all.filter(({ ports }) => ports)).toEqual([proxy]);
    expect(proxy.ports).toEqual(['443:443', '80:80']);
    expect(read('deploy/Caddyfile')).toContain('dynamic a ramzyar 8080');
    expect(JSON.stringify(compose)).not.toContain('9090');
  });

  it('may nothing that the bot does not need', () => {
    expect(ramzyar).toMatchObject({
      ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
    });
  });

  it('fill no disk with what they log, and write down nothing of what they know when they break down', () => {
    for (const { logging, ulimits } of all) {
      expect(logging?.driver).toBe('json-file');
      expect(logging?.options['max-size']).toMatch(/^\d+m$/);
      expect(Number(logging?.options['max-file'])).toBeGreaterThan(1);
      expect(ulimits).toEqual({ core: 0 });
    }
  });

  it('say when they are ready, and the bot waits for the database', () => {
    for (const { healthcheck } of [database, redis]) expect(healthcheck?.test[0]).toBe('CMD');
    expect(last(final, 'HEALTHCHECK')).toBeDefined();
    expect(ramzyar.depends_on).toMatchObject({ database: { condition: 'service_healthy' } });
  });

  it('read secrets from files that are never committed, each by a setting that may be one', async () => {
    const used = new Set(all.flatMap(({ secrets = [] }) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
    for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^secrets\/\w+$/);
    expect(read('.gitignore')).toMatch(/^deploy\/secrets\/?$/m);
    const settings = [...(await everySetting()).keys()];
    for (const [name, value] of Object.entries(ramzyar.environment ?? {})) {
      const setting = name.replace(/_FILE$/, '');
      expect(settings).toContain(setting);
      expect(name.endsWith('_FILE')).toBe(value.startsWith('/run/secrets/'));
      if (name.endsWith('_FILE')) expect(secretSettings().has(setting), setting).toBe(true);
    }
  });

  it('mount what is there, and keep rows and certificates', () => {
    const [file = ''] = (proxy.volumes ?? []).find((one) => one.startsWith('./'))?.split(':') ?? [];
    expect(existsSync(at(`deploy/${file}`))).toBe(true);
    expect(Object.keys(compose.volumes).sort()).toEqual(['certificates', 'rows']);
  });
});

describe('the proxy', () => {
  const caddyfile = read('deploy/Caddyfile');

  it('writes no address down, which is a secret on Bale', () => {
    expect(caddyfile).toMatch(/request>uri delete/);
    expect(caddyfile).toMatch(/request>headers delete/);
    expect(caddyfile.match(/\blog\b(?=.*\{)/g)).toHaveLength(1);
  });

  it('says when nobody is there, so that messengers bring it again', () => {
    expect(caddyfile).toMatch(/handle_errors \{\s+respond 503\s+\}/);
  });
});

describe('the service of one machine', () => {
  const unit = read('deploy/ramzyar.service');
  const set = (name: string): string[] =>
    [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('runs what the image runs, as a user of its own who may nothing', () => {
    const [node = '', ...entry] = JSON.parse(last(final, 'ENTRYPOINT')?.text ?? '[]') as string[];
    expect(set('ExecStart')).toEqual([`/usr/bin/${node} ${entry.join(' ')} start`]);
    expect(set('User')).toEqual(['ramzyar']);
    expect(set('NoNewPrivileges')).toEqual(['yes']);
    expect(set('ProtectSystem')).toEqual(['strict']);
    expect(set('CapabilityBoundingSet')).toEqual(['']);
    expect(set('LimitCORE')).toEqual(['0']);
    expect(set('SystemCallFilter')[0]).toMatch(/^@system-service /);
  });

  it('gives up when it cannot start, and waits for what is in hand when it ends', () => {
    const number = (name: string): number => Number(set(name)[0]);
    expect(number('StartLimitBurst') * number('RestartSec')).toBeLessThan(number('StartLimitIntervalSec'));
    expect(number('TimeoutStopSec')).toBeGreaterThan(40);
  });
});
