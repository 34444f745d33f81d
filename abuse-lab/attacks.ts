import type { Attack } from './attack.js';
import { codeAttacks } from './attacks/codes.js';
import { insiderAttacks } from './attacks/insiders.js';
import { listAttacks } from './attacks/lists.js';
import { machineAttacks } from './attacks/machine.js';
import { messengerAttacks } from './attacks/messenger-faults.js';
import { oddAttacks } from './attacks/odd-input.js';
import { pairAttacks } from './attacks/pairs.js';
import { portalAttacks } from './attacks/portal-faults.js';
import { purseAttacks } from './attacks/purses.js';
import { rightCodeAttacks } from './attacks/right-codes.js';
import { oddCodeAttacks } from './attacks/odd-codes.js';
import { oneAndManyAttacks } from './attacks/one-and-many.js';
import { raceAttacks } from './attacks/races.js';
import { restoreAttacks } from './attacks/restore.js';
import { webhookAttacks } from './attacks/webhook.js';

/** Everything that is played, in the order of its names. */
export const attacks: readonly Attack[] = [
  ...insiderAttacks,
  ...listAttacks,
  ...pairAttacks,
  ...purseAttacks,
  ...codeAttacks,
  ...rightCodeAttacks,
  ...messengerAttacks,
  ...webhookAttacks,
  ...portalAttacks,
  ...machineAttacks,
  ...oddAttacks,
  ...restoreAttacks,
  ...raceAttacks,
  ...oneAndManyAttacks,
  ...oddCodeAttacks,
].toSorted((one, other) => one.row.localeCompare(other.row, 'en', { numeric: true }));
