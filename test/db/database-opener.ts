import { lockFile } from '../../src/db/lock-file.js';
import { makeDataSource } from '../../src/db/data-source.js';

/** A process of its own, with the usual umask, that holds a database open and has written to it, until it is killed. */
process.umask(0o022);
const file = process.argv[2] ?? '';
lockFile(file);
const dataSource = await makeDataSource({ kind: 'sqlite', file }).initialize();
await dataSource.query('CREATE TABLE IF NOT EXISTS members (id INTEGER)');
await dataSource.query('INSERT INTO members VALUES (1)');
process.send?.('open');
setInterval(() => undefined, 1_000);
