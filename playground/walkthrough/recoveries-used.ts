import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { App } from '../../src/app/app.js';

/** By the insurer's books; 0 where nothing was ever counted. */
export async function recoveriesUsed(app: App, insuredCode: string): Promise<number> {
  return app.inTransaction(async (tx) => {
    const member = await tx.findOneByOrFail(Member, { insuredCode });
    const tallies = await tx.findBy(ResetQuota, { memberId: member.id });
    return tallies.reduce((sum, { used }) => sum + used, 0);
  });
}
