import type { ImportRun } from '../import/runs.js';
import type { StaffContext } from './staff-command.js';

/** What a list would change that somebody reads at a shell, and the code by which this person agrees to it. */
export async function tellConsentCode({ scope, actor, staff }: StaffContext, run: ImportRun): Promise<void> {
  const { reference, mobiles, firstMobiles, nationalIds, givenBack } = run;
  const consent = await staff.lists.offerConsent(run, actor);
  if (!consent) return scope.replies.say({ kind: 'list-no-consent', reference });
  const { code, until } = consent;
  const counts = { mobiles, firstMobiles, nationalIds, givenBack };
  await scope.replies.say([
    { kind: 'list-consent', reference, ...counts },
    { kind: 'list-consent-code', code, until: until.getTime() },
  ]);
}
