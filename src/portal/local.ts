import { PortalReset } from '../../entities/portal-reset.js';
import type { TransactionRunner } from '../db/transaction.js';
import type { Random } from '../random.js';
import { makeLocalAccounts, type LocalAccounts } from './local-accounts.js';
import { carryOut, carryOutOptional } from './local-resets.js';
import { properCost } from './password-hash.js';
import { portalCapabilities, type Portal, type PortalCapability } from './port.js';

/** The embedded portal: accounts and resets in our own database. For the playground and tests; production refuses it. */
export interface LocalPortal extends Portal, LocalAccounts {
  /** While it is away it does nothing and gives no clear answer. */
  setAway(away: boolean): void;
  /** While it is mute it does what it is asked, and its answers are lost. */
  setMute(mute: boolean): void;
  /** How often the reset with this id was asked for. */
  callsOf(id: string): Promise<number>;
}

export interface LocalPortalParts {
  inTransaction: TransactionRunner;
  random: Random;
  /** scrypt's N; `properCost` unless a test is in a hurry. */
  cost?: number;
}

export function makeLocalPortal({ inTransaction, random, cost = properCost }: LocalPortalParts): LocalPortal {
  let [away, mute] = [false, false];
  const accounts = makeLocalAccounts(inTransaction, random, cost);
  const findReset = (id: string): Promise<PortalReset | null> =>
    inTransaction((tx) => tx.findOneBy(PortalReset, { id }));
  const optional = (name: PortalCapability) => async (id: string, insuredCode: string) => {
    if (away) return 'unknown';
    const answer = await inTransaction((tx) => carryOutOptional(tx, name, id, insuredCode));
    return mute ? 'unknown' : answer;
  };
  return {
    ...accounts,
    account: async (insuredCode) => (away || mute ? 'away' : accounts.state(insuredCode)),
    reset: async (id, insuredCode) => {
      if (away) return 'unknown';
      const answer = await inTransaction((tx) => carryOut(tx, id, insuredCode));
      return mute ? 'unknown' : answer;
    },
    outcome: async (id) => {
      if (away || mute) return 'unknown';
      return (await findReset(id)) ? 'done' : 'never-arrived';
    },
    capabilities: async () => (away || mute ? null : portalCapabilities),
    endSessions: optional('end-sessions'),
    lockAccount: optional('lock-account'),
    healthy: async () => !away && !mute,
    setAway: (now) => {
      away = now;
    },
    setMute: (now) => {
      mute = now;
    },
    callsOf: async (id) => (await findReset(id))?.calls ?? 0,
  };
}
