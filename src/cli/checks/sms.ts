import { localesFolder } from '../../app/locales.js';
import { openSms } from '../../app/vendors.js';
import type { WarnAt } from '../../alerts/watch.js';
import type { Config } from '../../config/config.js';
import { makeHttpClient } from '../../http-client/http-client.js';
import type { Credit } from '../../sms/port.js';
import { smsVendors, type SmsSettings } from '../../sms/vendors/registry.js';
import { loadWords } from '../../words/load-words.js';
import type { Shell } from '../command.js';
import { lookAtKannel } from './kannel.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

/** Does each provider answer to our key, and is there something left to send with? */
export async function lookAtSms({ sms, facts, warnAt }: Config, { clock }: Shell): Promise<CheckResult[]> {
  const words = loadWords(localesFolder());
  const { brand, supportContact: support } = facts;
  const gateway = openSms({ vendors: sms, words, brand, support, clock });
  const statuses = await gateway.statuses();
  return Promise.all(
    sms.map(async (settings, at): Promise<CheckResult> => {
      if (settings.name === 'kannel') return lookAtKannel(settings);
      if (!smsVendors[settings.name].tellsCredit) return unasked(settings.name);
      const credit = statuses[at]?.credit ?? null;
      return credit === null ? silentFinding(settings) : creditFinding(settings.name, credit, warnAt);
    }),
  );
}

const unasked = (name: string): CheckResult =>
  ok(`sms ${name}`, 'cannot be asked; send yourself a test message');

/** Is it the way there, or what it thinks of us? Its address is asked for nothing, and without the key. */
async function silentFinding({ name, ...settings }: SmsSettings): Promise<CheckResult> {
  const about = `sms ${name}`;
  const url = new URL('url' in settings ? settings.url : '');
  const answer = await makeHttpClient()({ method: 'GET', url: new URL(url.origin), headers: {} });
  if (answer.kind === 'silent')
    return fault(about, `not reached: ${answer.fault}`, `check the network, and ${name.toUpperCase()}_URL`);
  return fault(
    about,
    'is reached, and did not tell its credit',
    'check its key, and whether its panel lets this machine in',
  );
}

/** Less than what staff are told of as well. */
function creditFinding(name: string, credit: Credit, warnAt: WarnAt): CheckResult {
  const about = `sms ${name}`;
  const left = `${Math.floor(credit.left)} ${credit.unit} left`;
  const least = { rials: warnAt.creditRials, messages: warnAt.creditMessages };
  return credit.left < least[credit.unit]
    ? warning(about, left, 'charge it: without credit no code is sent')
    : ok(about, left);
}
