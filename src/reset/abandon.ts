import { codeSent } from './open.js';
import { note } from './refuse.js';
import type { Reset } from './service.js';
import type { Workbench } from './deps.js';

/** The member leaves: whatever is open in this chat for this sender is over, and a code not yet sent stays here. */
export function makeAbandon(bench: Workbench): Reset['abandon'] {
  const { challenges, members, jobs } = bench;
  return async (from) => {
    for (const { id, memberId } of await challenges.openIn(from, bench.now())) {
      await members.hold(memberId);
      if (!(await challenges.end(id, 'abandoned'))) continue;
      await jobs.cancel(id);
      await note(bench, 'challenge-abandoned', { from, memberId, detail: { challenge: id } });
    }
  };
}

/** The member comes back: what is open here, as they saw it last. */
export function makeOpenChallenge(bench: Workbench): Reset['openChallenge'] {
  const { challenges, members, keyring } = bench;
  return async (from) => {
    const [challenge] = await challenges.openIn(from, bench.now());
    const member = challenge && (await members.byId(challenge.memberId));
    if (!challenge || !member) return null;
    const mobile = keyring.open('mobile', challenge.mobile);
    return codeSent(bench, challenge, member.insuredCode, mobile, member.mobile !== null);
  };
}
