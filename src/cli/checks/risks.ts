import type { Config } from '../../config/config.js';
import type { Env } from '../../config/setting.js';
import { isLocal } from '../../db/database-url.js';
import { ok, warning, type CheckResult } from '../finding.js';

/** What is allowed, works, and should be known to whoever answers for it. */
export function lookForRisks({ policy, database, secondPersonAfterMs }: Config, env: Env): CheckResult[] {
  const risks = [
    policy.firstMobile === 'typed' &&
      !policy.asksOwner &&
      warning(
        'first mobile',
        'FIRST_MOBILE=typed, OWNERSHIP=off: who holds both numbers of a member may name a mobile, and gets in',
        'set OWNERSHIP to have each compared with the operators’ register; FIRST_MOBILE=contact asks for the own card of the messenger, staff for the insurer',
      ),
    policy.firstMobile === 'typed' &&
      policy.asksOwner &&
      ok('first mobile', 'typed, and compared with the operators’ register where that answers'),
    policy.numberCoolOffMs === 0 &&
      warning(
        'changed numbers',
        'NUMBER_COOL_OFF_HOURS=0: a code goes to a changed number at once, before its owner can say no',
        'leave it at 24',
      ),
    secondPersonAfterMs === 0 &&
      warning(
        'second person',
        'SECOND_PERSON_AFTER_HOURS=0: whoever was let in a minute ago may approve',
        'leave it at 24, so that everybody hears of a newcomer before they count',
      ),
    env['NODE_ENV'] !== 'production' &&
      warning('environment', 'NODE_ENV is not production: toys are accepted', 'set NODE_ENV=production'),
    database.kind === 'mysql' &&
      database.tls === null &&
      !isLocal(database) &&
      warning(
        'database TLS',
        'DATABASE_URL leads to another machine in the clear: whoever listens in between reads and changes what is stored',
        'put ?ssl=on or ?ca=<file> behind it, unless that network is yours alone, as between containers of one machine',
      ),
    database.kind === 'sqlite' &&
      warning('replicas', 'SQLite serves one process alone', 'use MariaDB for a second replica'),
  ];
  return risks.filter((risk) => risk !== false);
}
