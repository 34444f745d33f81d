import { webhookAddress } from '../../app/webhook-endpoint.js';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import type { UpdatesSettings } from '../../config/updates.js';
import { makeHttpClient } from '../../http-client/http-client.js';
import { isProxyFault } from '../../http-client/tunnel.js';
import { proxyPlace, type Proxy } from '../../http-client/proxy-address.js';
import { refusesBot, type Answer } from '../../messenger/answer.js';
import { makeMessenger, type Messenger, type MessengerSettings } from '../../messenger/messenger.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';
import { clockFinding, secondsApart } from './clocks.js';
import { hookInfo, placeOf, explainFailure } from '../webhook.js';

/** Is the token good, and do updates come the way the settings say? */
export async function lookAtMessengers(
  { messengers, updates }: Config,
  { clock }: Shell,
): Promise<CheckResult[]> {
  const looks = messengers.map(async (settings) => {
    const messenger = makeMessenger(settings);
    const answer = await messenger.call('getMe');
    const token = tokenFinding(messenger, answer);
    const way = settings.proxy ? [proxyFinding(messenger, settings.proxy, answer)] : [];
    if (token.state !== 'ok') return [token, ...way];
    return [token, ...way, await hookFinding(messenger, updates), ...(await messengerClock(settings, clock))];
  });
  return (await Promise.all(looks)).flat();
}

function tokenFinding({ platform }: Messenger, answer: Answer): CheckResult {
  if (answer.kind === 'ok')
    return ok(platform, `@${(answer.result as { username?: string }).username ?? '?'}`);
  if (refusesBot(answer)) return fault(platform, 'refuses the token', 'take a fresh token from BotFather');
  return fault(
    platform,
    explainFailure(answer),
    'check the network, and a proxy on the way, if there is one',
  );
}

function proxyFinding({ platform }: Messenger, proxy: Proxy, answer: Answer): CheckResult {
  const about = `${platform} proxy`;
  const place = proxyPlace(proxy);
  if (answer.kind !== 'silent' || !isProxyFault(answer.fault)) return ok(about, `${place} leads on`);
  const way = `does it run, does it know us, and may it go to ${platform}? If so: ${platform.toUpperCase()}_PROXY`;
  return fault(about, `${place} does not lead on: ${answer.fault}`, way);
}

/** Seconds that its answers, which tell the time to the second, may be away unnoticed. */
const unnoticed = 10;

/** It is asked for nothing, and without the token: whatever it answers bears the time over there. */
async function messengerClock(
  { platform, apiRoot, proxy = null }: MessengerSettings,
  clock: Clock,
): Promise<CheckResult[]> {
  const asked = clock.now().getTime();
  const answer = await makeHttpClient({ proxy })({ method: 'GET', url: new URL(apiRoot), headers: {} });
  const there = answer.kind === 'answered' ? Date.parse(answer.date) : NaN;
  if (Number.isNaN(there)) return [];
  const seconds = secondsApart(there, asked, clock.now().getTime());
  return [clockFinding({ about: `${platform} clock`, whose: platform, seconds, unnoticed })];
}

async function hookFinding(messenger: Messenger, updates: UpdatesSettings): Promise<CheckResult> {
  const { platform } = messenger;
  const about = `${platform} updates`;
  const answer = await messenger.call('getWebhookInfo');
  if (answer.kind !== 'ok') return warning(about, explainFailure(answer), 'ask again later');
  const { url, last_error_message: trouble, pending_update_count: waiting } = hookInfo.parse(answer.result);
  if (updates.kind === 'polling') {
    if (url === '') return ok(about, `fetched by polling; ${waiting} wait`);
    return warning(
      about,
      `a webhook is set at ${placeOf(url)}`,
      'the start takes it away; make sure that nobody else uses this bot',
    );
  }
  if (url !== webhookAddress(platform, updates).url)
    return warning(
      about,
      url === '' ? 'no webhook is set' : `the webhook is set at ${placeOf(url)}`,
      'the start sets it, or: ramzyar webhook set',
    );
  if (trouble)
    return warning(
      about,
      `brought by webhook; ${waiting} wait; last trouble: ${trouble}`,
      'check that WEBHOOK_URL leads to PORT from outside',
    );
  return ok(about, `brought by webhook; ${waiting} wait`);
}
