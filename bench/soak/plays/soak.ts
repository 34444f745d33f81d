import { say } from '../../progress.js';
import { exactly } from '../books/book.js';
import { chanceOf } from '../chance.js';
import { planHarms } from '../harms.js';
import { doHarm } from '../mortal.js';
import { beginSampling } from '../samples.js';
import { coursesTable, harmsTable, shortestJudgedMs } from '../table.js';
import type { Play } from './play.js';

export const soak: Play = {
  does: 'kills, stops and freezes replicas, database, SMS vendor and portal, every few seconds',
  async run(world, crowd, { seed, lastsMs }) {
    const sampler = beginSampling(world, lastsMs);
    const harms = planHarms(chanceOf(`${seed} harms`), lastsMs);
    let done = 0;
    const counts = await doHarm(world.mortals, harms, ({ deed, target }) => {
      done += 1;
      if (done % 10 !== 0) return;
      say(
        `${done} of ${harms.length}: ${deed} ${target}; ${crowd.visits.length} through, ${crowd.present()} there`,
      );
    });
    await sampler.end();
    const judged = lastsMs >= shortestJudgedMs;
    const courses = sampler.courses();
    const broken = judged ? courses.filter(({ holds }) => !holds).length : 0;
    const ends = world.replicas.reduce((sum, one) => sum + one.ownEnds(), 0);
    const line = `${harms.length} harms. Replicas ended by themselves ${ends} times, as where they start without a database.`;
    return {
      tables: [harmsTable(counts), line, coursesTable(courses, judged)],
      entries: [exactly('of memory, open files and connections, what has grown', 0, broken)],
    };
  },
};
