import { openOwnership } from '../../app/vendors.js';
import type { Config } from '../../config/config.js';
import { ok, warning, type CheckResult } from '../finding.js';

/** Is the service there that knows whose a mobile is, and does it take our key? Without it, members go on all the same. */
export async function lookAtOwnership({ ownership: settings }: Config): Promise<CheckResult[]> {
  const faults: string[] = [];
  const service = openOwnership(settings, { onFault: (one) => void faults.push(one) });
  if (!service) return [];
  const about = 'ownership';
  const status = await service.status();
  if (status === 'answers') return [ok(about, `${service.name} answers and takes the key`)];
  const meanwhile = 'until then first mobiles count as FIRST_MOBILE alone has it';
  const todo =
    status === 'key-refused'
      ? `take the key anew from its panel, and have this machine let in there; ${meanwhile}`
      : `check its address and the network; ${meanwhile}`;
  return [warning(about, faults.at(-1) ?? 'no clear answer', todo)];
}
