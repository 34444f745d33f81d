import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMariadb, type PrivateServer } from '../../bench/private-servers.js';
import { least } from '../config/complete-settings.js';
import { mariadbUrl } from '../support/services.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { line } from './production-harness.js';
import { type } from './shell.js';

describe.skipIf(mariadbUrl() === null)('the doctor, on a server of its own', () => {
  let server: PrivateServer;
  beforeAll(async () => {
    const started = await startMariadb();
    if (!started) throw new Error('MariaDB answers here, and none is installed that could be started');
    server = started;
  });
  afterAll(() => server.stop());

  const diagnosis = async (flush: number): Promise<string> => {
    const connection = await createConnection(server.url);
    await connection.query(`SET GLOBAL innodb_flush_log_at_trx_commit = ${flush}`);
    await connection.end();
    const there = { TELEGRAM_API_ROOT: await deadAddress(), DATABASE_URL: `${server.url}/mysql` };
    return (await type('doctor', { ...least, ...there })).said;
  };

  it('warns of one that keeps what it has taken a second later: a text message could come twice', async () => {
    for (const flush of [0, 2]) {
      const said = await diagnosis(flush);
      expect(line(said, 'durability')).toMatch(/^warning.*innodb_flush_log_at_trx_commit is [02]\)/);
      expect(said).toMatch(/-> set it to 1/);
    }
    expect(await diagnosis(1)).not.toContain('durability');
  });
});
