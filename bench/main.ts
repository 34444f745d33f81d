/**
 * What a recovery costs and how quick it is: the product as `npm start` runs it, on SQLite and on MariaDB, by one process
 * and by two, beside the same dialogue as a competent developer writes it straight (`peers/direct-bot`), on the same
 * machine in the same run. Messenger with its members, SMS vendor and portal are stubs, each a process of its own.
 * Makes databases named `ramzyar_bench_…` on the server, and drops them. Linux only: CPU and memory are read in /proc.
 *
 *     npm run bench
 *     npm run bench -- --disk 1000
 */
import { cpus, loadavg } from 'node:os';
import { Usage } from '../playground/flags.js';
import { openServer } from './databases.js';
import { readFlags, type Flags } from './flags.js';
import type { Measured } from './measure/subject.js';
import { diskTable } from './disk-table.js';
import type { DiskUse } from './measure/disk.js';
import { measureAll, measureAllDisks } from './plan.js';
import { product } from './subjects/product.js';
import { grouped } from './sql/normalise.js';
import { table } from './table.js';

// So that whatever was started ends as well.
process.once('SIGINT', () => process.exit(130));
try {
  await bench(readFlags(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Usage ? error.message : error);
  process.exitCode = error instanceof Usage ? 2 : 1;
}

async function bench(flags: Flags): Promise<void> {
  const [load = 0] = loadavg();
  const server = await openServer(process.env['TEST_MARIADB'] ?? 'mysql://root@127.0.0.1:3306');
  const measured: Measured[] = [];
  const uses: DiskUse[] = [];
  try {
    if (flags.disk > 0) await measureAllDisks(server, flags, (use) => uses.push(use));
    else await measureAll(server, flags, (one) => measured.push(one));
  } finally {
    await server.close();
    const machine = `${cpus().length} cores, Node ${process.versions.node}, ${server.version}`;
    console.log(`${new Date().toISOString().slice(0, 10)}; ${machine}; load before: ${load.toFixed(1)}\n`);
    if (flags.disk > 0) console.log(`${flags.disk} recoveries each\n\n${diskTable(uses)}`);
    else console.log(table(measured));
    tellTwo(measured);
    if (flags.dialogues > 0) console.log(`\nOpen dialogues: ${flags.dialogues.toLocaleString('en')}.`);
    measured.forEach(tellStatements);
  }
}

function tellTwo(measured: readonly Measured[]): void {
  const perSecond = (name: string) => measured.find((one) => one.name === name)?.figures.perSecond;
  const [one, two] = [1, 2].map((processes) => perSecond(product('MariaDB', processes).name));
  if (one && two)
    console.log(`\nTwo processes on MariaDB serve ${(two / one).toFixed(2)} times the members of one.`);
}

/** Of one recovery of the crowd, on the average. */
function tellStatements({ name, statements }: Measured): void {
  if (!statements) return;
  console.log(`\nWhat ${name} sends its database for a recovery, in a crowd:\n`);
  for (const { text, count } of grouped(statements.sent)) {
    const each = count / statements.recoveries;
    if (each >= 0.05) console.log(`${each.toFixed(1).padStart(6)}  ${text}`);
  }
}
