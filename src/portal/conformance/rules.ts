import type { Clock } from '../../clock.js';
import { accountPath, nobody, resetPath } from '../contract.js';
import type { PortalCapability } from '../port.js';
import { optionalRules } from './optional-rules.js';
import { orderOf, unless, unlessStatus, type Probe, type Tampering } from './probe.js';

/** One promise of `docs/portal-api.yaml`, as a portal is asked to keep it. */
export interface PortalRule {
  /** What is asked, and what must come. */
  promise: string;
  /** Tried only where the portal names this call. */
  needs?: PortalCapability;
  /** Null when it was kept; else what came instead. */
  broken: (tried: Tried) => Promise<string | null>;
}

/** A portal under trial. Rules are tried in their order: `done` is the id of the order that one of them gives. */
export interface Tried {
  probe: Probe;
  clock: Clock;
  done: string;
  /** The optional calls that the portal has named so far. */
  named: readonly PortalCapability[];
}

const outcome = ({ probe }: Tried, id: string) => probe.ask({ path: resetPath(id) });
const account = ({ probe }: Tried, insuredCode: string) => probe.ask({ path: accountPath(insuredCode) });
const order = ({ probe, clock }: Tried, id: string, insuredCode = probe.account, tampering: Tampering = {}) =>
  probe.ask(orderOf(insuredCode, id, clock), tampering);

const questions: readonly PortalRule[] = [
  {
    promise: 'the account that was named: 200 with "initial" or "changed"',
    broken: async (tried) => unless(await account(tried, tried.probe.account), 'initial', 'changed'),
  },
  {
    promise: 'an account that does not exist: 404 with "no-such-account"',
    broken: async (tried) => unless(await account(tried, nobody.insuredCode), 'no-such-account'),
  },
  {
    promise: 'a reset that never arrived: 404 with "no-such-reset"',
    broken: async (tried) => unless(await outcome(tried, tried.probe.newId()), 'no-such-reset'),
  },
];

const refused = (promise: string, ...ways: Tampering[]): PortalRule => ({
  promise: `${promise}: 401`,
  broken: async ({ probe }) => {
    for (const way of ways) {
      const found = unlessStatus(await probe.ask({ path: resetPath(probe.newId()) }, way), 401);
      if (found) return found;
    }
    return null;
  },
});

/** Six minutes: one more than is allowed. */
const stale = 360;

const doors: readonly PortalRule[] = [
  refused('no token, or another one', { headers: { authorization: null } }, { token: 'not-the-token' }),
  refused('no signature', { headers: { 'x-signature': null } }),
  refused('a signature of another secret', { secret: 'not-the-secret' }),
  refused(
    'a timestamp six minutes old, or six minutes ahead',
    { skewSeconds: -stale },
    { skewSeconds: stale },
  ),
  {
    promise: 'an order that is refused is not carried out, and its id is not taken down',
    broken: async (tried) => {
      const id = tried.probe.newId();
      await order(tried, id, tried.probe.account, { secret: 'not-the-secret' });
      return unless(await outcome(tried, id), 'no-such-reset');
    },
  },
  {
    promise: 'an order whose header and body do not agree on the id: 400, and it is not carried out',
    broken: async (tried) => {
      const [id, other] = [tried.probe.newId(), tried.probe.newId()];
      const answer = await order(tried, id, tried.probe.account, { headers: { 'idempotency-key': other } });
      return (
        unlessStatus(answer, 400) ??
        unless(await outcome(tried, id), 'no-such-reset') ??
        unless(await outcome(tried, other), 'no-such-reset')
      );
    },
  },
  {
    promise:
      'an order for an account that does not exist: 404 with "no-such-account", and its id is not taken down',
    broken: async (tried) => {
      const id = tried.probe.newId();
      const answer = await order(tried, id, nobody.insuredCode);
      return unless(answer, 'no-such-account') ?? unless(await outcome(tried, id), 'no-such-reset');
    },
  },
];

const orders: readonly PortalRule[] = [
  {
    promise: 'an order: 200 or 201 with "done"',
    broken: async (tried) => unless(await order(tried, tried.done), 'done'),
  },
  {
    promise: 'after it the account is "initial"',
    broken: async (tried) => unless(await account(tried, tried.probe.account), 'initial'),
  },
  {
    promise: 'and what became of it: 200 with "done"',
    broken: async (tried) => unless(await outcome(tried, tried.done), 'done'),
  },
  {
    promise: 'the same order again: "done"',
    broken: async (tried) => unless(await order(tried, tried.done), 'done'),
  },
  {
    promise: 'its id for another account, which need not exist: 409 with "id-of-another-account"',
    broken: async (tried) =>
      unless(await order(tried, tried.done, nobody.insuredCode), 'id-of-another-account'),
  },
  {
    promise: 'the same order twice at once: "done" both times',
    broken: async (tried) => {
      const id = tried.probe.newId();
      const [one, other] = await Promise.all([order(tried, id), order(tried, id)]);
      return unless(one, 'done') ?? unless(other, 'done');
    },
  },
  {
    promise: 'every answer is application/json',
    broken: async ({ probe: { types } }) => {
      const others = [...types].filter((type) => type !== 'application/json');
      return others.length === 0 ? null : others.map((type) => type || 'no content type').join(', ');
    },
  },
];

/** Everything that can be tried without anybody's help, in its order. */
export const portalRules: readonly PortalRule[] = [...questions, ...doors, ...orders, ...optionalRules];

/** Tried by itself, after somebody has changed the password at the portal: `done` is the id of an earlier order. */
export const rulesAfterChange: readonly PortalRule[] = [
  {
    promise: 'an order of before the password was changed: "done", and the new password stays',
    broken: async (tried) =>
      unless(await account(tried, tried.probe.account), 'changed') ??
      unless(await order(tried, tried.done), 'done') ??
      unless(await account(tried, tried.probe.account), 'changed'),
  },
];
