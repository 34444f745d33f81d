import { oneMember } from './one-member.js';
import type { Shift, StaffCommand } from './staff-command.js';
import { trailLines } from './trail-lines.js';

const fewLines = 12;

/** The trail of the house or of one member; or, `verify`: is the chain of it whole? */
export const audit: StaffCommand = {
  name: 'audit',
  description: 'staff-command-audit',
  usage: 'usage-audit',
  usageOptional: true,
  least: 'supervisor',
  run: async (shift, argument) => {
    const { house, staff } = shift;
    if (argument.toLowerCase() === 'verify') return verify(shift);
    const member = argument === '' ? null : await oneMember(shift, argument, 'usage-audit');
    if (argument !== '' && !member) return;
    const lines = trailLines(await staff.trail.last(member?.id ?? null, fewLines));
    const title = member ? { kind: 'audit-of-member', insuredCode: member.insuredCode } : 'audit-of-all';
    await house.voice.say([title, lines.length > 0 ? { lines } : 'audit-empty']);
  },
};

async function verify({ house, staff }: Shift): Promise<void> {
  const { sound, unsealed, broken, head } = await staff.verifyTrail();
  await house.voice.say([
    broken ? { kind: 'audit-broken', sound, place: broken.sequence } : { kind: 'audit-sound', sound },
    { kind: 'audit-unsealed', unsealed },
    ...(head ? [{ kind: 'audit-head', head: head.slice(0, 16) }] : []),
  ]);
}
