import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDataSource } from '../../src/db/data-source.js';
import { readDatabaseUrl, type MysqlSettings } from '../../src/db/database-url.js';
import { migrate } from '../../src/db/migrate.js';
import { makeLockKeeper } from '../../src/db/lock-keeper.js';
import { openNamedLocks } from '../../src/db/named-locks.js';
import { makeLeader } from '../../src/intake/leader.js';
import { silence } from '../../src/log.js';
import { least } from '../config/complete-settings.js';
import { line } from '../cli/production-harness.js';
import { type } from '../cli/shell.js';
import { startMariadb, type PrivateServer } from '../../bench/private-servers.js';
import { selfSigned } from '../support/self-signed.js';
import { mariadbUrl } from '../support/services.js';
import { deadAddress } from '../support/vendors/stand-in.js';

/** A server that lets nobody in who speaks in the clear, with a certificate for this name. */
async function startSecure(folder: string, name: string): Promise<PrivateServer & { ca: string }> {
  const [key, ca] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const made = selfSigned(name);
  writeFileSync(key, made.key);
  writeFileSync(ca, made.cert);
  const words = [`--ssl-cert=${ca}`, `--ssl-key=${key}`, '--require-secure-transport=ON'];
  const server = await startMariadb(words);
  if (!server)
    throw new Error('MariaDB answers here, and none is installed that could be started with a certificate');
  return { ...server, ca };
}

function settingsOf(url: string): MysqlSettings {
  const read = readDatabaseUrl(url);
  if (!read.ok || read.settings.kind !== 'mysql') throw new Error('no address of a server');
  return read.settings;
}

describe.skipIf(mariadbUrl() === null)('TLS to a real MariaDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-tls-'));
  let server: Awaited<ReturnType<typeof startSecure>>;
  let other: Awaited<ReturnType<typeof startSecure>>;
  beforeAll(async () => {
    server = await startSecure(folder, 'localhost');
    other = await startSecure(folder, 'database.example');
  });
  afterAll(() => {
    server.stop();
    other.stop();
    rmSync(folder, { recursive: true });
  });

  const at = ({ url }: PrivateServer, rest: string): string =>
    `mysql://root@localhost:${new URL(url).port}/mysql${rest}`;
  const cipherOf = async (url: string): Promise<string> => {
    const dataSource = await makeDataSource(settingsOf(url)).initialize();
    try {
      const [row] = await dataSource.query<{ Value: string }[]>("SHOW STATUS LIKE 'Ssl_cipher'");
      return row?.Value ?? '';
    } finally {
      await dataSource.destroy();
    }
  };
  const insist = async (secure: boolean): Promise<void> => {
    const dataSource = await makeDataSource(settingsOf(at(server, `?ca=${server.ca}`))).initialize();
    await dataSource.query(`SET GLOBAL require_secure_transport = ${secure ? 'ON' : 'OFF'}`);
    await dataSource.destroy();
  };
  const lockAt = async (url: string): Promise<boolean> => {
    const locks = await openNamedLocks(settingsOf(url), 60);
    const [ours = false] = await locks.take(['a-lock']).finally(() => locks.drop());
    return ours;
  };

  it('is spoken by statements, by named locks and by who leads', async () => {
    const url = at(server, `?ca=${server.ca}`);
    expect(await cipherOf(url)).toMatch(/^TLS_/);
    expect(await lockAt(url)).toBe(true);
    const leader = makeLeader(makeLockKeeper(settingsOf(url)), silence);
    const leads = await new Promise((resolve) => leader.start(resolve));
    await leader.stop();
    expect(leads).toBe(true);
  });

  it('carries the schema and all its rows', async () => {
    const dataSource = await makeDataSource(settingsOf(at(server, `?ca=${server.ca}`))).initialize();
    try {
      await dataSource.query('CREATE DATABASE members CHARACTER SET utf8mb4');
    } finally {
      await dataSource.destroy();
    }
    const members = await makeDataSource(
      settingsOf(at(server, `?ssl=on&ca=${server.ca}`).replace('/mysql?', '/members?')),
    ).initialize();
    expect((await migrate(members)).length).toBeGreaterThan(0);
    await members.destroy();
  });

  it.each([
    ['nobody whom this machine trusts vouches for it', () => at(server, '?ssl=on')],
    ['its certificate was made for another name', () => at(other, `?ca=${other.ca}`)],
    ['another certificate than that of the file is shown', () => at(server, `?ca=${other.ca}`)],
  ])('is spoken with nobody when %s', async (_why, url) => {
    await expect(cipherOf(url())).rejects.toMatchObject({ code: 'HANDSHAKE_SSL_ERROR' });
    await expect(lockAt(url())).rejects.toMatchObject({ code: 'HANDSHAKE_SSL_ERROR' });
  });

  it('is not spoken where nobody asks for it: a server that insists on it refuses, another lets in', async () => {
    // MariaDB 10.11 says of a login in the clear that access is denied, as of a wrong password.
    const refused = {
      code: expect.stringMatching(/^ER_(ACCESS_DENIED_ERROR|SECURE_TRANSPORT_REQUIRED)$/) as string,
    };
    await expect(cipherOf(at(server, ''))).rejects.toMatchObject(refused);
    await expect(lockAt(at(server, '?ssl=off'))).rejects.toMatchObject(refused);
    await insist(false);
    try {
      expect(await cipherOf(at(server, ''))).toBe('');
      expect(await lockAt(at(server, '?ssl=off'))).toBe(true);
    } finally {
      await insist(true);
    }
  });

  it('is what the doctor names when it fails', async () => {
    const TELEGRAM_API_ROOT = await deadAddress();
    const diagnosis = async (DATABASE_URL: string) =>
      (await type('doctor', { ...least, TELEGRAM_API_ROOT, DATABASE_URL })).said;
    expect(await diagnosis(at(server, '?ssl=on'))).toMatch(
      /^fault +database +not reached: .*HANDSHAKE_SSL_ERROR.*\n +-> .*certificate/m,
    );
    expect(line(await diagnosis(at(server, `?ca=${server.ca}`)), 'database')).toMatch(/^warning.*reached/);
  });
});
