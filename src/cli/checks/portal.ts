import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import { bareNotFound, nobody, resetPath } from '../../portal/contract.js';
import { makeHttpPortal } from '../../portal/http.js';
import { makeHttpClient } from '../../http-client/http-client.js';
import type { PortalCapability } from '../../portal/port.js';
import { signedRequest, type HttpPortalSettings } from '../../portal/signed-request.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

/** Does the portal answer both kinds of questions, and take our signature? */
export async function lookAtPortal(
  { portal: settings }: Config,
  { clock, random }: Shell,
): Promise<CheckResult[]> {
  if (settings.kind === 'local')
    return [warning('portal', 'the embedded one: nobody signs in there', 'set PORTAL=http for members')];
  const answers = await answerFinding(settings, { clock, random });
  return [...answers, ...(await clockFinding(settings, clock))];
}

async function answerFinding(
  settings: HttpPortalSettings,
  { clock, random }: Pick<Shell, 'clock' | 'random'>,
): Promise<CheckResult[]> {
  const faults: string[] = [];
  const onFault = (one: string): void => void faults.push(one);
  const portal = makeHttpPortal(settings, { clock, random, onFault, pause: (ms) => setTimeout(ms) });
  const about = {
    accounts: (await portal.account(nobody.insuredCode)) === 'away',
    resets: (await portal.outcome(nobody.resetId)) === 'unknown',
  };
  const silent = Object.entries(about).flatMap(([which, unclear]) => (unclear ? [which] : []));
  if (silent.length === 0)
    return [ok('portal', 'answers about accounts and resets'), optionalFinding(await portal.capabilities())];
  const found = faults.at(-1) ?? 'no clear answer';
  return [fault('portal', `${found} (about ${silent.join(' and ')})`, todoAbout(found))];
}

/** What “this was not me” can bring about there. */
function optionalFinding(named: readonly PortalCapability[] | null): CheckResult {
  if (named === null)
    return warning(
      'portal calls',
      'no clear answer about the optional ones',
      'have GET /capabilities answered by 200 or 404 (docs/portal-api.yaml)',
    );
  return ok('portal calls', named.length > 0 ? named.join(', ') : 'none of the optional ones');
}

function todoAbout(found: string): string {
  if (!found.includes(bareNotFound))
    return 'check PORTAL_API_URL, PORTAL_API_TOKEN and PORTAL_API_SECRET, and both clocks (docs/portal-api.yaml)';
  return (
    'PORTAL_API_URL leads elsewhere, or a proxy answers; or else the portal has yet to say {"error":"no-such-account"} ' +
    'and {"error":"no-such-reset"} with its 404: its developers see it by ramzyar portal check (docs/portal-api.yaml)'
  );
}

/** Signatures are good for five minutes by the portal's clock; its answers tell it to the second. */
const [noticed, refused] = [10, 300];

async function clockFinding(settings: HttpPortalSettings, clock: Clock): Promise<CheckResult[]> {
  const asked = clock.now().getTime();
  const answer = await signedRequest(makeHttpClient(), settings, clock, { path: resetPath(nobody.resetId) });
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
