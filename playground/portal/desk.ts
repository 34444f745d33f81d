import type { LocalPortal } from '../../src/portal/local.js';
import { Bell } from '../emulator/bell.js';

/** What the portal's own page needs of the embedded portal: what members do there, and a switch to take it away. */
export type EmbeddedPortal = Pick<LocalPortal, 'signIn' | 'changePassword' | 'state' | 'setAway'>;

type State = Awaited<ReturnType<EmbeddedPortal['state']>>;

export type SignedIn = { kind: 'in'; state: State } | { kind: 'refused' } | { kind: 'away' };
export type PasswordChanged = { kind: 'changed' | 'refused' | 'too-short' | 'unchanged' | 'away' };

/** `portal` gives the one in use: a bot that is started again brings its portal anew, and until then one waits. */
export interface PortalDeskParts {
  portal: () => Promise<EmbeddedPortal>;
  /** The address of the sign-in page. */
  url: string;
}

/** The portal's counter: signing in, changing the password, and looking at an account from behind. */
export interface PortalDesk {
  /** The address of its sign-in page, as the bot's buttons carry it. */
  readonly url: string;
  signIn(insuredCode: string, password: string): Promise<SignedIn>;
  changePassword(insuredCode: string, current: string, next: string): Promise<PasswordChanged>;
  /** As it is, whether the portal is away or not. */
  state(insuredCode: string): Promise<State>;
  /** Whether somebody has changed this password at this counter. */
  hasChanged(insuredCode: string): boolean;
  isAway(): boolean;
  setAway(away: boolean): Promise<void>;
  /** Tells when somebody did something at this counter. */
  onChange(listener: () => void): () => void;
}

const shortestPassword = 8;

export function makePortalDesk({ portal, url }: PortalDeskParts): PortalDesk {
  let away = false;
  const changed = new Set<string>();
  const wakeUp = new Bell<void>();

  return {
    url,
    async signIn(insuredCode, password) {
      if (away) return { kind: 'away' };
      if (!(await (await portal()).signIn(insuredCode, password))) return { kind: 'refused' };
      return { kind: 'in', state: await (await portal()).state(insuredCode) };
    },
    async changePassword(insuredCode, current, next) {
      if (away) return { kind: 'away' };
      if (next.length < shortestPassword) return { kind: 'too-short' };
      if (next === current) return { kind: 'unchanged' };
      if (!(await (await portal()).signIn(insuredCode, current))) return { kind: 'refused' };
      await (await portal()).changePassword(insuredCode, next);
      changed.add(insuredCode);
      wakeUp.ring();
      return { kind: 'changed' };
    },
    state: async (insuredCode) => (await portal()).state(insuredCode),
    hasChanged: (insuredCode) => changed.has(insuredCode),
    isAway: () => away,
    async setAway(on) {
      away = on;
      (await portal()).setAway(on);
      wakeUp.ring();
    },
    onChange: (listener) => wakeUp.listen(listener),
  };
}
