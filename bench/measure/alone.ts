import type { FigureName } from '../figures.js';
import { play } from '../scene.js';
import { waitsOf } from '../waits.js';
import type { Phase } from './phases.js';

const members = 20;

/** Members who come one after the other: within what time half of them are back in, in milliseconds. */
export const alone = (figure: FigureName): Phase => ({
  name: 'one member after the other',
  async measure(scene) {
    await scene.town.quiet();
    const waits: number[] = [];
    for (let member = 0; member < members; member += 1) waits.push(...(await play(scene, 1)));
    return { [figure]: waitsOf(waits).median };
  },
});
