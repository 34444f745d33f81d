import { localesFolder } from '../../app/locales.js';
import { openSms } from '../../app/vendors.js';
import type { WarnAt } from '../../alerts/watch.js';
import type { Config } from '../../config/config.js';
import type { ProviderStatus } from '../../sms/gateway.js';
import { loadWords } from '../../words/load-words.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type Finding } from '../finding.js';

/** Does each provider answer to our key, and is there something left to send with? */
export async function lookAtSms({ sms, facts, warnAt }: Config, { clock }: Shell): Promise<Finding[]> {
  const words = loadWords(localesFolder());
  const gateway = openSms({ vendors: sms, words, support: facts.supportContact, clock });
  return (await gateway.statuses()).map((status) => standingFinding(status, warnAt));
}

/** They have no way to ask. */
const silentOnes = ['kannel', 'outbox'];

/** Less than what staff are told of as well. */
function standingFinding({ name, credit }: ProviderStatus, warnAt: WarnAt): Finding {
  const about = `sms ${name}`;
  if (silentOnes.includes(name)) return ok(about, 'cannot be asked; send yourself a test message');
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
