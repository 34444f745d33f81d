import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { lookForRisks } from '../../src/cli/checks/risks.js';
import { faultsOf, least } from '../config/complete-settings.js';
import { selfSigned } from '../support/self-signed.js';

const folder = mkdtempSync(join(tmpdir(), 'ramzyar-url-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [ca, empty] = [join(folder, 'ca.pem'), join(folder, 'empty.pem')];
const { cert } = selfSigned();
writeFileSync(ca, cert);
writeFileSync(empty, 'half-a-secret');

const database = (DATABASE_URL: string) => readConfig({ ...least, DATABASE_URL }).database;
const server = { kind: 'mysql', port: 3306, user: 'ramzyar', password: 'p@ss', database: 'rows' };

describe('DATABASE_URL', () => {
  it('leads to a server by name or by number, in the clear unless TLS is asked for', () => {
    const url = (rest: string) => database(`mysql://ramzyar:p%40ss@${rest}`);
    expect(url('db.example/rows')).toEqual({ ...server, host: 'db.example', tls: null });
    expect(url('10.0.0.5:3307/rows')).toEqual({ ...server, host: '10.0.0.5', port: 3307, tls: null });
    expect(url('[::1]:3306/rows?ssl=off')).toEqual({ ...server, host: '::1', tls: null });
    expect(url('db.example/rows?ssl=on')).toEqual({ ...server, host: 'db.example', tls: { ca: null } });
    for (const asked of [`?ca=${ca}`, `?ssl=on&ca=${ca}`])
      expect(url(`db.example/rows${asked}`)).toEqual({ ...server, host: 'db.example', tls: { ca: cert } });
  });

  it.each([
    ['postgres://u:half-a-secret@h/db', /must be sqlite/],
    ['mysql://u:half-a-secret@h', /must be sqlite/],
    ['mysql://u:half-a-secret@h:port/db', /cannot be read as an address/],
    ['mysql://u:half-a-secret@[::1/db', /cannot be read as an address/],
    ['mysql://u:half/a-secret@h/db', /cannot be read as an address/],
    ['mysql://u:half-a%secret@h/db', /% that begins nothing.*%25/],
    ['mysql://u:half-a-secret@h/d%b', /% that begins nothing/],
    ['mysql://u:half-a-secret@h/db#x', /# or \//],
    ['mysql://u:half-a-secret@h/db/half', /# or \//],
    ['mysql://u:half-a-secret@h/db?sslmode=half', /parameter that is not known.*ssl and ca/],
    ['mysql://u:half-a-secret@h/db?ssl=on&ssl=off', /or one twice/],
    ['mysql://u:half-a-secret@h/db?ssl=true', /ssl=on or ssl=off/],
    [`mysql://u:half-a-secret@h/db?ssl=off&ca=${ca}`, /take out one/],
    ['mysql://u:half-a-secret@h/db?ca=/half/a/file', /ca that cannot be read/],
    [`mysql://u:half-a-secret@h/db?ca=${empty}`, /ca that cannot be read/],
    ['mysql://u:half-a-secret@10.0.0.5/db?ssl=on', /not by its IP address/],
    ['mysql://u:half-a-secret@[::1]/db?ssl=on', /not by its IP address/],
    ['sqlite:./data/half.db?mode=ro', /no parameters/],
    ['sqlite:', /must be sqlite/],
  ])('is one of the faults of the start, and is not quoted: %s', (DATABASE_URL, fault) => {
    const faults = faultsOf({ ...least, DATABASE_URL, LOG_LEVEL: 'chatty' });
    expect(faults).toEqual([expect.stringMatching(/^DATABASE_URL /), expect.stringMatching(/^LOG_LEVEL /)]);
    expect(faults[0]).toMatch(fault);
    expect(faults.join()).not.toContain('half');
  });

  it.each([
    ['mysql://u:p@10.0.0.5/db', true],
    ['mysql://u:p@db.example/db?ssl=off', true],
    ['mysql://u:p@db.example/db?ssl=on', false],
    ['mysql://u:p@localhost/db', false],
    ['mysql://u:p@127.0.0.1/db', false],
    ['mysql://u:p@[::1]/db', false],
    ['sqlite:./data/x.db', false],
  ])(
    'is something the doctor warns of when it leaves the machine in the clear: %s',
    (DATABASE_URL, warns) => {
      const env = { ...least, DATABASE_URL };
      const risks = lookForRisks(readConfig(env), env).filter(({ about }) => about === 'database TLS');
      expect(risks.map(({ state }) => state)).toEqual(warns ? ['warning'] : []);
    },
  );
});
