import { setTimeout } from 'node:timers/promises';
import type { Config } from '../../config/config.js';
import { makeHttpPortal } from '../../portal/http.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type Finding } from '../finding.js';

/** Does the portal answer, and take our signature? */
export async function lookAtPortal(
  { portal: settings }: Config,
  { clock, random }: Shell,
): Promise<Finding[]> {
  if (settings.kind === 'local')
    return [warning('portal', 'the embedded one: nobody signs in there', 'set PORTAL=http for members')];
  const faults: string[] = [];
  const onFault = (one: string): void => void faults.push(one);
  const portal = makeHttpPortal(settings, { clock, random, onFault, pause: (ms) => setTimeout(ms) });
  if (await portal.healthy()) return [ok('portal', 'answers')];
  const todo =
    'check PORTAL_API_URL, PORTAL_API_TOKEN and PORTAL_API_SECRET, and both clocks (docs/portal-api.yaml)';
  return [fault('portal', faults.at(-1) ?? 'no clear answer', todo)];
}
