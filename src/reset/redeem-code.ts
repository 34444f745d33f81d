import { maskMobile } from '../identity/mobile.js';
import type { OpenClaim } from './confirm.js';
import type { Confirmed } from './outcomes.js';
import { endOfCover } from './eligibility.js';
import type { Asker } from './ports.js';
import { note, quote, refuse } from './refuse.js';
import type { Workbench } from './deps.js';

/** The code was right: spends the challenge, takes one recovery and leaves the rest to the outbox. */
export async function carryOut(bench: Workbench, claimed: OpenClaim, from: Asker): Promise<Confirmed> {
  const { challenge, member } = claimed;
  const { challenges, tallies, path } = bench;
  if (!(await challenges.spend(challenge.id))) throw new Error('a held challenge has changed');
  await path.forgive(member.id);
  if (!(await tallies.take(challenge.coverageId, member.id))) return usedUp(bench, claimed, from);
  const reference = await reserve(bench, claimed, from);
  await registerFirstMobile(bench, claimed, from);
  await path.bind(member.id, from.chatKey, bench.now());
  await quote(bench, 'code-right', { from, memberId: member.id }, reference);
  return { kind: 'code-right' };
}

async function usedUp(bench: Workbench, { challenge, member }: OpenClaim, from: Asker): Promise<Confirmed> {
  const cover = await bench.members.cover(challenge.coverageId);
  const until = cover ? endOfCover(cover) : bench.now().getTime();
  return { ...(await refuse(bench, 'resets-used-up', { from, memberId: member.id })), until };
}

async function reserve(bench: Workbench, { challenge, member }: OpenClaim, from: Asker): Promise<string> {
  const { insuredCode, id: memberId } = member;
  const { coverageId, id: challengeId } = challenge;
  const [id, reference] = [bench.id(), bench.reference()];
  const whose = { memberId, coverageId, challengeId, insuredCode, chatKey: from.chatKey };
  await bench.ledger.reserve({ id, ...whose, reference, reservedAt: bench.now() });
  await bench.jobs.resetPassword({ resetId: id, insuredCode });
  return reference;
}

/** A number that was only offered becomes the member's own by the right code. */
async function registerFirstMobile(bench: Workbench, { challenge, member, mobile }: OpenClaim, from: Asker) {
  const source = challenge.mobileSource;
  if (member.mobile !== null || !(await bench.members.registerMobile(member, mobile, source))) return;
  await bench.requests.withdraw(member.id, 'first-mobile');
  const detail = { mobile: maskMobile(mobile), source };
  await note(bench, 'mobile-registered', { from, memberId: member.id, detail });
}
