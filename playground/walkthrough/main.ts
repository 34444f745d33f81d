import { parseArgs } from 'node:util';
import { choose, type Part } from './choice.js';
import { makeNarrator } from './narrator.js';
import { play } from './play.js';
import { ways } from './ways.js';
import { words } from './words.fa.js';

/** `--only <way>`, as often as wished; `--messenger telegram|bale`; `--portal embedded|http`; `--portal-away` to see ways fail. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    messenger: { type: 'string' },
    portal: { type: 'string' },
    'portal-away': { type: 'boolean', default: false },
  },
});

const choice = choose(ways, values);
if (choice.ok) process.exitCode = (await playAll(choice.programme, values['portal-away'])) ? 0 : 1;
else {
  console.error(choice.fault);
  process.exitCode = 1;
}

/** One after the other; whether all went well. */
async function playAll(programme: readonly Part[], portalAway: boolean): Promise<boolean> {
  const began = performance.now();
  const narrator = makeNarrator((line) => console.log(line), process.stdout.isTTY && !process.env.NO_COLOR);
  narrator.say(words.title);
  const tallies: string[] = [];
  for (const part of programme) {
    const tally = await play({ ...part, narrator, portalAway });
    if (tally) tallies.push(words.took(part.way.name, part.messenger, tally));
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  narrator.say(`\n${words.tookEach}`);
  for (const line of tallies) narrator.say(`  ${line}`);
  narrator.say(`\n${words.tally(tallies.length, programme.length, seconds)}`);
  return tallies.length === programme.length;
}
