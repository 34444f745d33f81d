import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import { httpRequest } from '../../http-client.js';
import { makeHttpPortal, type HttpPortalSettings } from '../../portal/http.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

/** Does the portal answer, and take our signature? */
export async function lookAtPortal(
  { portal: settings }: Config,
  { clock, random }: Shell,
): Promise<CheckResult[]> {
  if (settings.kind === 'local')
    return [warning('portal', 'the embedded one: nobody signs in there', 'set PORTAL=http for members')];
  return (
    await Promise.all([answerFinding(settings, { clock, random }), clockFinding(settings, clock)])
  ).flat();
}

async function answerFinding(
  settings: HttpPortalSettings,
  { clock, random }: Pick<Shell, 'clock' | 'random'>,
): Promise<CheckResult[]> {
  const faults: string[] = [];
  const onFault = (one: string): void => void faults.push(one);
  const portal = makeHttpPortal(settings, { clock, random, onFault, pause: (ms) => setTimeout(ms) });
  if (await portal.healthy()) return [ok('portal', 'answers')];
  const todo =
    'check PORTAL_API_URL, PORTAL_API_TOKEN and PORTAL_API_SECRET, and both clocks (docs/portal-api.yaml)';
  return [fault('portal', faults.at(-1) ?? 'no clear answer', todo)];
}

/** Signatures are good for five minutes by the portal's clock; its answers tell it to the second. */
const [noticed, refused] = [10, 300];

async function clockFinding({ url }: HttpPortalSettings, clock: Clock): Promise<CheckResult[]> {
  const asked = clock.now().getTime();
  const answer = await httpRequest({ method: 'GET', url: new URL(url) });
  const there = answer.kind === 'answered' ? Date.parse(answer.date) : NaN;
  if (Number.isNaN(there)) return [];
  const middle = (asked + clock.now().getTime()) / 2;
  const seconds = Math.round(Math.abs(there - middle) / 1_000);
  const found = `${seconds} s away from the portal`;
  if (seconds <= noticed) return [ok('portal clock', found)];
  const todo =
    'let both machines take their time from an NTP server: five minutes apart, signatures are refused';
  return [seconds < refused ? warning('portal clock', found, todo) : fault('portal clock', found, todo)];
}
