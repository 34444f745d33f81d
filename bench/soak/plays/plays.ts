import type { PlayName } from '../options.js';
import type { Play } from './play.js';
import { keyRotation } from './key-rotation.js';
import { restore } from './restore.js';
import { rollingRestart } from './rolling-restart.js';
import { soak } from './soak.js';
import { rollingUpgrade, upgrade } from './upgrade.js';

export const plays: Readonly<Record<PlayName, Play>> = {
  soak,
  'rolling-restart': rollingRestart,
  upgrade,
  'rolling-upgrade': rollingUpgrade,
  restore,
  'key-rotation': keyRotation,
};
