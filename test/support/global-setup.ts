import { accessSync, constants } from 'node:fs';
import { connect } from 'node:net';

/** Looks once, before all suites, for what they need; what is not there is said in the last lines of the run. */
export default async function setup(): Promise<() => void> {
  const found: [string, string, string | null][] = [
    ['MariaDB', 'TEST_MARIADB', await server('TEST_MARIADB', 'mysql://root@127.0.0.1:3306', 3306)],
    ['Redis', 'TEST_REDIS', await server('TEST_REDIS', 'redis://127.0.0.1:6379', 6379)],
    ['Chromium', 'TEST_CHROMIUM', chromium()],
  ];
  for (const [, name, value] of found) process.env[`${name}_FOUND`] = value ?? '';
  return () => {
    for (const [service, name, value] of found) {
      if (value === null)
        console.log(`NOT RUN: what needs ${service}: none found here; name one in ${name}.`);
    }
  };
}

async function server(name: string, usual: string, port: number): Promise<string | null> {
  const named = process.env[name];
  if (named) return named;
  return (await answers(port)) ? usual : null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.unref();
  }).finally(() => undefined) as Promise<boolean>;
}

function chromium(): string | null {
  const places = [
    process.env['TEST_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return places.find((place) => place && executable(place)) ?? null;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
