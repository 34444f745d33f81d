import type { Clock } from '../clock.js';
import { day, minute } from '../durations.js';
import type { Portal, PortalCapability } from './port.js';

const freshForMs = 10 * minute;

/**
 * The portal's optional calls, asked about again after ten minutes. While it gives no clear answer, the last one counts
 * for a day; null: there is none.
 */
export function rememberCapabilities(
  portal: Pick<Portal, 'capabilities'>,
  clock: Clock,
): () => Promise<readonly PortalCapability[] | null> {
  let last: { named: readonly PortalCapability[]; at: number } | null = null;
  // A clock that was set back makes no answer live longer.
  const age = (): number => (last ? Math.abs(clock.now().getTime() - last.at) : Infinity);
  return async () => {
    if (last && age() < freshForMs) return last.named;
    const named = await portal.capabilities();
    if (named) last = { named, at: clock.now().getTime() };
    return last && age() < day ? last.named : null;
  };
}
