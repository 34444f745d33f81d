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
  let well = 0;
  for (const part of programme) {
    if (await play({ ...part, narrator, portalAway })) well += 1;
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  narrator.say(`\n${words.tally(well, programme.length, seconds)}`);
  return well === programme.length;
}
