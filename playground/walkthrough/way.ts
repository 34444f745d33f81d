import type { PlatformName } from '../../src/platforms.js';
import type { CastMember } from '../cast.js';
import type { Played } from './played.js';
import type { WayName } from './words.fa.js';

/** One of the guide's ways, told as a story with expectations. Throws `Unmet` at the first that fails. */
export interface Way {
  name: WayName;
  /** Where it is played without a wish; on Telegram alone if nothing is said. */
  messengers?: readonly PlatformName[];
  play(scene: Scene): Promise<void>;
}

/** A freshly set stage of its own for one way on one messenger. */
export interface Scene {
  played: (role: CastMember['role']) => Played;
  minutesPass: (minutes: number) => Promise<void>;
  botRestarts: () => Promise<void>;
}
