import type { Figures } from '../figures.js';
import type { Scene } from '../scene.js';
import { crowd } from './crowd.js';
import { mediansOf } from './medians.js';
import { runPhases } from './phases.js';

const rounds = 3;

/**
 * What a crowd of each subject comes to, by subject: the medians of three times in turn. A machine's speed changes by a
 * third within minutes, so of two subjects that are measured once, one after the other, it is the machine that is
 * compared.
 */
export async function crowdsInTurn(
  eachScene: (work: (scene: Scene) => Promise<void>) => Promise<void>,
): Promise<ReadonlyMap<string, Figures>> {
  const seen = new Map<string, Figures[]>();
  for (let round = 0; round < rounds; round += 1)
    await eachScene(async (scene) => {
      const { name } = scene.subject;
      seen.set(name, [...(seen.get(name) ?? []), await runPhases(scene, [crowd])]);
    });
  return new Map([...seen].map(([name, all]) => [name, mediansOf(all)]));
}
