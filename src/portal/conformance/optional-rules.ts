import { capabilitiesIn, capabilitiesPath, faultIn, nobody, optionalPath } from '../contract.js';
import type { PortalCapability } from '../port.js';
import { orderOf, unless, unlessStatus, type Tampering } from './probe.js';
import type { PortalRule, Tried } from './rules.js';

const naming: PortalRule = {
  promise: 'the optional calls: 200 with their names, or 404 where there are none',
  broken: async (tried) => {
    const answer = await tried.probe.ask({ path: capabilitiesPath });
    const named = capabilitiesIn(answer);
    tried.named = named ?? [];
    return named ? null : faultIn(answer);
  },
};

function order(
  { probe, clock }: Tried,
  name: PortalCapability,
  id: string,
  { insuredCode = probe.account, ...tampering }: Tampering & { insuredCode?: string } = {},
) {
  return probe.ask(orderOf(insuredCode, id, clock, optionalPath(name, insuredCode)), tampering);
}

const rulesOf = (needs: PortalCapability, does: string): readonly PortalRule[] => [
  {
    needs,
    promise: `${does} with a signature of another secret: 401`,
    broken: async (tried) =>
      unlessStatus(await order(tried, needs, tried.probe.newId(), { secret: 'not-the-secret' }), 401),
  },
  {
    needs,
    promise: `${does} that does not exist: 404 with "no-such-account"`,
    broken: async (tried) =>
      unless(
        await order(tried, needs, tried.probe.newId(), { insuredCode: nobody.insuredCode }),
        'no-such-account',
      ),
  },
  {
    needs,
    promise: `${does}, and once more with the same id: "done" both times`,
    broken: async (tried) => {
      const id = tried.probe.newId();
      return unless(await order(tried, needs, id), 'done') ?? unless(await order(tried, needs, id), 'done');
    },
  },
];

/** The calls that a portal may have. The account is locked at the very end: nobody signs in to it after that. */
export const optionalRules: readonly PortalRule[] = [
  naming,
  ...rulesOf('end-sessions', 'ending all sessions of an account'),
  ...rulesOf('lock-account', 'locking an account'),
];
