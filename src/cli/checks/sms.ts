import { localesFolder } from '../../app/locales.js';
import { openSms } from '../../app/vendors.js';
import type { Config } from '../../config/config.js';
import type { ProviderStanding } from '../../sms/gateway.js';
import type { Credit } from '../../sms/port.js';
import { loadWords } from '../../words/load-words.js';
import type { Shell } from '../command.js';
import { fault, ok, warning, type Finding } from '../finding.js';

/** Does each provider answer to our key, and is there something left to send with? */
export async function lookAtSms({ sms, facts }: Config, { clock }: Shell): Promise<Finding[]> {
  const words = loadWords(localesFolder());
  const gateway = openSms({ vendors: sms, words, support: facts.supportContact, clock });
  return (await gateway.standings()).map(standingFinding);
}

/** They have no way to ask. */
const silentOnes = ['kannel', 'outbox'];

/** For some hundred messages. */
const enough: Record<Credit['unit'], number> = { messages: 500, rials: 1_000_000 };

function standingFinding({ name, credit }: ProviderStanding): Finding {
  const about = `sms ${name}`;
  if (silentOnes.includes(name)) return ok(about, 'cannot be asked; send yourself a test message');
  if (credit === null)
    return fault(
      about,
      'did not tell its credit',
      'check its key and address, and whether its panel lets this machine in',
    );
  const left = `${Math.floor(credit.left)} ${credit.unit} left`;
  return credit.left < enough[credit.unit]
    ? warning(about, left, 'charge it: without credit no code is sent')
    : ok(about, left);
}
