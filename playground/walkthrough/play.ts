import type { PlatformName } from '../../src/platforms.js';
import { startStage, type PlayedStage } from '../stage.js';
import type { Part } from './choice.js';
import type { Narrator } from './narrator.js';
import { Played } from './played.js';
import { tallyOf, type Tally } from './tally.js';
import { Unmet } from './unmet.js';
import type { Scene } from './way.js';
import { words } from './words.fa.js';

export interface Playing extends Part {
  narrator: Narrator;
  /** The portal is away from the beginning: what a way says when it goes wrong can be seen. */
  portalAway: boolean;
}

/** Plays one way on a stage of its own; what it took, or null when something was not as expected. */
export async function play({ way, messenger, portal, narrator, portalAway }: Playing): Promise<Tally | null> {
  narrator.heading(way.name, messenger);
  if (portal === 'http') narrator.backstage(words.portalApart);
  const stage = await startStage({ messengers: [messenger], portal });
  try {
    if (portalAway) await stage.portal.setAway(true);
    await way.play(sceneOn(stage, messenger, narrator));
    await stage.emulator.settled();
    narrator.verdict(true);
    return tallyOf(stage.emulator.calls());
  } catch (fault) {
    if (!(fault instanceof Unmet)) throw fault;
    narrator.unmet(fault);
    narrator.verdict(false);
    return null;
  } finally {
    await stage.stop();
  }
}

/** What a way is played with, on this stage. */
export function sceneOn(stage: PlayedStage, messenger: PlatformName, narrator: Narrator): Scene {
  return {
    played: (role) => new Played(role, { stage, messenger, narrator }),
    async minutesPass(minutes) {
      await stage.emulator.settled();
      await stage.advance(minutes * 60_000);
      narrator.backstage(words.minutesPassed(minutes));
    },
    async botRestarts() {
      await stage.restartBot();
      narrator.backstage(words.restarted);
    },
  };
}
