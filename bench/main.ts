import { loadavg } from 'node:os';
import { openServer, type Server } from './databases.js';
import { measureCrowd, type Crowd } from './measure/crowd.js';
import { countStatements, type Statements } from './measure/statements.js';
import { makePeople } from './people.js';
import { openSqlProxy } from './sql/proxy.js';
import { grouped } from './sql/normalise.js';
import { startAtWork } from './at-work.js';
import { directBot } from './subjects/direct-bot.js';
import { product } from './subjects/product.js';
import type { Subject } from './subjects/subject.js';
import { openTown } from './town.js';

const server = await openServer(process.env['TEST_MARIADB'] ?? 'mysql://root@127.0.0.1:3306');
try {
  for (const subject of [directBot, product('MariaDB', 1)]) {
    const { crowd, statements } = await server.withDatabase((url) => measure(subject, server, url));
    console.log(subject.name, crowd, `load ${loadavg()[0]?.toFixed(1)}`);
    if (!statements) continue;
    const { each, transactions, idle, alone } = statements;
    console.log({ each, transactions, idle, alone: alone.length });
    for (const { text, count } of grouped(alone)) console.log(String(count).padStart(4), text.slice(0, 160));
  }
} finally {
  await server.close();
}

interface Measured {
  crowd: Crowd;
  statements: Statements | null;
}

async function measure(subject: Subject, server: Server, url: string): Promise<Measured> {
  const people = makePeople(800, 100);
  const town = await openTown();
  try {
    await subject.enter(url, people.all);
    const atWork = await startAtWork(subject, town, url);
    const most = { ms: 20_000, recoveries: 400 };
    const crowd = await measureCrowd({ town, atWork, people, databasePid: server.pid, most });
    await atWork.stop();
    const proxy = await openSqlProxy(server);
    const watched = await startAtWork(subject, town, proxy.through(url));
    const statements = await countStatements(town, proxy, people);
    await watched.stop();
    await proxy.close();
    return { crowd, statements };
  } finally {
    await town.close();
  }
}
