import type { Way } from './way.js';
import { expiredCode } from './ways/expired-code.js';
import { firstTime } from './ways/first-time.js';
import { neverSet } from './ways/never-set.js';
import { noMatch } from './ways/no-match.js';
import { restart } from './ways/restart.js';
import { secondTime } from './ways/second-time.js';
import { sixthTime } from './ways/sixth-time.js';
import { wrongCodes } from './ways/wrong-codes.js';

/** In the order in which they are played: the guide's first. */
export const ways: readonly Way[] = [
  firstTime,
  secondTime,
  neverSet,
  sixthTime,
  noMatch,
  wrongCodes,
  expiredCode,
  restart,
];
