import { localesFolder } from '../../app/locales.js';
import { openSms } from '../../app/vendors.js';
import type { WarnAt } from '../../alerts/watch.js';
import type { Config } from '../../config/config.js';
import type { ProviderStatus } from '../../sms/gateway.js';
import { smsVendors } from '../../sms/vendors/registry.js';
import { loadWords } from '../../words/load-words.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

/** Does each provider answer to our key, and is there something left to send with? */
export async function lookAtSms({ sms, facts, warnAt }: Config, { clock }: Shell): Promise<CheckResult[]> {
  const words = loadWords(localesFolder());
  const { brand, supportContact: support } = facts;
  const gateway = openSms({ vendors: sms, words, brand, support, clock });
  const silent = sms.filter(({ name }) => !smsVendors[name].tellsCredit).map(({ name }): string => name);
  return (await gateway.statuses()).map((status) =>
    silent.includes(status.name) ? silentFinding(status) : creditFinding(status, warnAt),
  );
}

const silentFinding = ({ name }: ProviderStatus): CheckResult =>
  ok(`sms ${name}`, 'cannot be asked; send yourself a test message');

/** Less than what staff are told of as well. */
function creditFinding({ name, credit }: ProviderStatus, warnAt: WarnAt): CheckResult {
  const about = `sms ${name}`;
  if (credit === null)
    return fault(
      about,
      'did not tell its credit',
      'check its key and address, and whether its panel lets this machine in',
    );
  const left = `${Math.floor(credit.left)} ${credit.unit} left`;
  const least = { rials: warnAt.creditRials, messages: warnAt.creditMessages };
  return credit.left < least[credit.unit]
    ? warning(about, left, 'charge it: without credit no code is sent')
    : ok(about, left);
}
