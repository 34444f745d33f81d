import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from './databases.js';
import type { Flags, SubjectName } from './flags.js';
import { crowdsInTurn } from './measure/crowds.js';
import { measureDisk, type DiskUse } from './measure/disk.js';
import { measureSubject, type Measured } from './measure/subject.js';
import { makePeople } from './people.js';
import type { Scene } from './scene.js';
import { directBot } from './subjects/direct-bot.js';
import { product } from './subjects/product.js';
import type { Subject } from './subjects/subject.js';
import { openTown, type Town } from './town.js';

/** Subjects that are measured one after the other on the same database. */
interface Group {
  subjects: readonly [SubjectName, Subject][];
  onDatabase: <T>(server: Server, work: (url: string) => Promise<T>) => Promise<T>;
}

const onServer: Group['onDatabase'] = (server, work) => server.withDatabase(work);

const groups: readonly Group[] = [
  { subjects: [['direct', directBot]], onDatabase: onServer },
  { subjects: [['sqlite', product('SQLite', 1)]], onDatabase: inFile },
  {
    subjects: [
      ['mariadb', product('MariaDB', 1)],
      ['mariadb-two', product('MariaDB', 2)],
    ],
    onDatabase: onServer,
  },
];

/** What recoveries leave on the disk: of the product by one process, on either database. */
export async function measureAllDisks(
  server: Server,
  { only, disk }: Flags,
  through: (use: DiskUse) => void,
): Promise<void> {
  for (const { subjects, onDatabase } of groups)
    for (const [name, subject] of subjects) {
      if (!only.includes(name) || !(name === 'sqlite' || name === 'mariadb')) continue;
      await onDatabase(server, async (url) => {
        const people = makePeople();
        await subject.enter(url, people.all);
        await inTown(async (town) => {
          through(await measureDisk({ subject, town, people, url, server }, disk));
        });
      });
    }
}

/** Everything that the flags ask for; each group on a database of its own. `through` gets one after the other. */
export async function measureAll(
  server: Server,
  flags: Flags,
  through: (measured: Measured) => void,
): Promise<void> {
  const crowds = await crowdsInTurn((work) => eachScene(server, flags, work));
  await eachScene(server, flags, async (scene) => {
    const measured = await measureSubject(scene, flags);
    through({ ...measured, figures: { ...measured.figures, ...crowds.get(measured.name) } });
  });
}

async function eachScene(
  server: Server,
  { only }: Flags,
  work: (scene: Scene) => Promise<void>,
): Promise<void> {
  for (const { subjects, onDatabase } of groups) {
    const wanted = subjects.filter(([name]) => only.includes(name)).map(([, subject]) => subject);
    const [first] = wanted;
    if (!first) continue;
    await onDatabase(server, async (url) => {
      const people = makePeople();
      await first.enter(url, people.all);
      await inTown(async (town) => {
        for (const subject of wanted) await work({ subject, town, people, url, server });
      });
    });
  }
}

async function inTown(work: (town: Town) => Promise<void>): Promise<void> {
  const town = await openTown();
  try {
    await work(town);
  } finally {
    await town.close();
  }
}

async function inFile<T>(_server: Server, work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-bench-'));
  try {
    return await work(`sqlite:${join(folder, 'ramzyar.db')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
