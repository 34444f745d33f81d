import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { last, wordsOf } from './dockerfile.js';
import { buildImage, context, handedOver, stages } from './image.js';

const final = stages.at(-1)!;

describe('the image', () => {
  it('is handed nothing but what is named, and nothing secret is', () => {
    expect(context[0]).toBe('**');
    expect(context.slice(1)).toEqual(handedOver.map((name) => `!${name}`));
    for (const name of handedOver) expect(name).toMatch(/^[a-z]+$|^[\w-]+(\.[\w-]+)*\.json$/);
    for (const kept of ['deploy', 'data', 'docs', 'test', 'node_modules'])
      expect(handedOver).not.toContain(kept);
  });

  it('runs as somebody who may nothing, in production, and says by itself how it is', () => {
    const names = final.instructions.map(({ name }) => name);
    expect(last(final, 'USER')?.text).toBe('node');
    expect(names.lastIndexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'));
    expect(last(final, 'ENV')?.text).toBe('NODE_ENV=production HTTP_HOST=0.0.0.0 HOST=0.0.0.0');
    expect(last(final, 'HEALTHCHECK')?.flags).toMatchObject({ interval: '15s', timeout: '5s' });
    expect(last(final, 'EXPOSE')?.text).toBe('8080 9090');
  });

  it('is made of an image with a version, and no step of it runs a stranger’s script', () => {
    for (const { from } of stages) expect(from).toMatch(/^node:\d+-slim$/);
    const steps = stages.flatMap(({ instructions }) => instructions.filter(({ name }) => name === 'RUN'));
    const installs = steps.flatMap(({ text }) => text.match(/npm (ci|prune)[^&]*/g) ?? []);
    expect(installs).toHaveLength(2);
    for (const install of installs) expect(install).toContain('--ignore-scripts');
  });
});

describe('its steps, in bare folders', () => {
  let image: ReturnType<typeof buildImage>;
  let emulator: Emulator;
  beforeAll(async () => {
    image = buildImage();
    emulator = await startEmulator();
  });
  afterAll(async () => {
    await emulator.stop();
    rmSync(image.whole, { recursive: true, force: true });
  });

  const [node = '', ...entry] = wordsOf(last(final, 'ENTRYPOINT'));
  const bare = { PATH: process.env.PATH, NODE_ENV: 'production' };
  const type = (...words: string[]) =>
    spawnSync(node, [...entry, ...words], { cwd: image.workdir, env: bare, encoding: 'utf8' });

  it('leave the product and what it runs on, and nothing to develop with', () => {
    expect(readdirSync(image.workdir).sort()).toEqual([
      'data',
      'dist',
      'locales',
      'node_modules',
      'package.json',
    ]);
    expect(readdirSync(join(image.workdir, 'dist')).sort()).toEqual(['conversations', 'entities', 'src']);
    for (const name of ['typescript', 'vitest', 'eslint', 'playwright-core'])
      expect(existsSync(join(image.workdir, 'node_modules', name)), name).toBe(false);
  });

  it('make a product that says what it needs, and has all of its commands', () => {
    const started = type(...wordsOf(last(final, 'CMD')));
    expect(started.status).toBe(1);
    for (const name of ['TELEGRAM_BOT_TOKEN', 'APP_KEYS', 'SMS_PROVIDERS', 'PORTAL', 'SUPPORT_CONTACT'])
      expect(started.stderr).toContain(name);
    expect(type('help').status).toBe(0);
    expect(type('keys', 'new').stdout.trim()).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('make a product that starts, and whose health is asked as the image asks it', async () => {
    const { port: HTTP_PORT } = new URL(await deadAddress());
    const env = {
      ...{ ...bare, NODE_ENV: 'development', HTTP_PORT, SMS_PROVIDERS: 'file' },
      TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
      TELEGRAM_API_ROOT: emulator.root('telegram'),
      APP_KEYS: type('keys', 'new').stdout.trim(),
    };
    const [asks = '', ...how] = wordsOf(last(final, 'HEALTHCHECK'));
    const health = () => spawnSync(asks, how, { cwd: image.workdir, env }).status;
    const product = spawn(node, [...entry, 'start'], { cwd: image.workdir, env });
    const ended = once(product, 'exit');
    const over = ended.then(() => Promise.reject(new Error('it ended')));
    over.catch(() => undefined);
    let written = '';
    product.stdout.setEncoding('utf8').on('data', (text: string) => (written += text));
    while (!written.includes('"started"')) await Promise.race([once(product.stdout, 'data'), over]);
    expect(health()).toBe(0);
    product.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(health()).toBe(1);
  });
});
