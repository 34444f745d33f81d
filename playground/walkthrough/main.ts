import { parseArgs } from 'node:util';
import { chosen } from './choice.js';
import { makeNarrator } from './narrator.js';
import { play } from './play.js';
import { ways } from './ways.js';
import { words } from './words.fa.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    messenger: { type: 'string' },
    'portal-away': { type: 'boolean', default: false },
  },
});

const began = performance.now();
const narrator = makeNarrator((line) => console.log(line), process.stdout.isTTY && !process.env.NO_COLOR);
narrator.say(words.title);

const programme = chosen(ways, values);
let well = 0;
for (const part of programme) {
  if (await play({ ...part, narrator, portalAway: values['portal-away'] })) well += 1;
}

const seconds = Math.round((performance.now() - began) / 1000);
narrator.say(`\n${words.tally(well, programme.length, seconds)}`);
process.exitCode = well === programme.length ? 0 : 1;
