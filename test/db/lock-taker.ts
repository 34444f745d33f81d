import { lockFile } from '../../src/db/lock-file.js';

/** A process of its own that holds the file until it is killed. */
lockFile(process.argv[2] ?? '');
process.send?.('held');
setInterval(() => undefined, 1_000);
