/**
 * Members, staff and noise at two replicas on a MariaDB of the run's own, while processes, the database, the SMS vendor
 * and the portal are killed, stopped and frozen every few seconds; all is counted at the end, and must be exact. Or one
 * thing that operators do, under the same traffic: a rolling restart, an upgrade, a restore, a change of the key. Linux
 * only: memory and open files are read in /proc.
 *
 *     npm run soak
 */
import { say } from './progress.js';
import { entriesTable, exactly, type Entry } from './soak/books/book.js';
import { endsTable, readBooks, readBooksAfterLoss } from './soak/books/books.js';
import { isQuiet } from './soak/books/quiet.js';
import { chanceOf } from './soak/chance.js';
import { readOptions, Usage, type Options } from './soak/options.js';
import { sendIn, type Crowd } from './soak/people/crowd.js';
import { inventPassers } from './soak/people/passers.js';
import type { Play } from './soak/plays/play.js';
import { plays } from './soak/plays/plays.js';
import { heading, leftBehind, waitsLine } from './soak/table.js';
import { openWorld, thisProgram, type World } from './soak/world/world.js';

/** Milliseconds from one member to the next, on the average. */
const every = { soak: 2_000, play: 1_000 };

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
try {
  process.exit(await run(readOptions(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Usage ? error.message : error);
  process.exit(error instanceof Usage ? 2 : 1);
}

/** 1 where something is not as it must be. */
async function run(options: Options): Promise<number> {
  const { seed, lastsMs, only } = options;
  const play = plays[only];
  const passers = inventPassers(
    chanceOf(`${seed} members`),
    lastsMs,
    every[only === 'soak' ? 'soak' : 'play'],
  );
  say(`${only}: ${passers.length} members, seed ${seed}`);
  const world = await openWorld({ seed, passers, program: (await play.first?.(options)) ?? thisProgram });
  say(`at work; files and logs in ${world.folder}`);
  const crowd = sendIn(world, passers, { seed, forgets: play.forgets ?? false });
  const done = await play.run(world, crowd, options);
  say(`done; ${crowd.visits.length} members are through, ${crowd.present()} there`);
  await crowd.through;
  say('every member is through; waiting until all is quiet');
  const entries = [...(await countAll(world, crowd, play)), ...done.entries];
  const behind = [...leftBehind(crowd.visits), ...crowd.staff.unanswered];
  const told = [heading(options, play.does, passers.length), ...done.tables, waitsLine(crowd.visits)];
  console.log([...told, await endsTable(world), entriesTable(entries), ...behind].join('\n\n'));
  await world.close(options.keeps);
  return entries.every(({ holds }) => holds) ? 0 : 1;
}

async function countAll(world: World, crowd: Crowd, { forgets }: Play): Promise<Entry[]> {
  const sound = exactly('the trail is sound, by its own check', 1, Number(await crowd.findsTrailSound()));
  return [
    exactly('all is quiet: nothing waits, nothing is in hand', 1, Number(await isQuiet(world))),
    sound,
    ...(await (forgets ? readBooksAfterLoss : readBooks)(world, crowd)),
  ];
}
