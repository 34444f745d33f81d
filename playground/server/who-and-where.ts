import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Player } from '../cast.js';
import type { Stage } from './stage.js';

export const messengers: readonly PlatformName[] = platformNames;

/** Who plays this role, and on which messenger, if there are such. */
export function whoAndWhere(
  { cast, staff }: Stage,
  role: string | undefined,
  messenger: string | undefined,
): [Player | undefined, PlatformName | undefined] {
  return [
    [...cast, ...staff].find((player) => player.role === role),
    messengers.find((name) => name === messenger),
  ];
}
