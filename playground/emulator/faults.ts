import type { MessengerName } from './face.js';

/** One way in which a call goes wrong. */
export type Fault =
  | { kind: 'too-many-requests'; /** Seconds. */ retryAfter: number }
  | { kind: 'server-error'; status?: number }
  /** An error of something on the way, which speaks no JSON: an HTML page, or the text given. */
  | { kind: 'not-json'; status?: number; body?: string }
  /** The connection breaks: before the call took effect, or after, when only the answer is lost. */
  | { kind: 'reset'; when: 'before' | 'after' }
  | { kind: 'slow'; ms: number };

export interface FaultScope {
  /** Without it every call but `getUpdates`, whose turn nobody can foresee. */
  method?: string;
  messenger?: MessengerName;
  /** How many calls; 1 without it. */
  times?: number;
}

/** A call on its way, as a hook sees it. */
export interface HookedCall {
  messenger: MessengerName;
  method: string;
  payload: Readonly<Record<string, unknown>>;
}

/**
 * Stands around a call: what runs before `proceed()` runs before the call takes effect, what runs after it runs
 * before the answer leaves. `proceed` may be left out: then the caller is answered with what the hook gives.
 */
export type Hook = (call: HookedCall, proceed: () => Promise<WireAnswer>) => Promise<WireAnswer>;

export type WireAnswer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after: number } };

/** Makes calls and deliveries go wrong on purpose. */
export class FaultSwitches {
  #planned: { fault: Fault; scope: FaultScope; left: number }[] = [];
  #hooks: { method: string; hook: Hook }[] = [];

  constructor(
    private readonly messengers: {
      duplicate(messenger: MessengerName, count: number): void;
      revoke(messenger: MessengerName, revoked: boolean): void;
    },
  ) {}

  /** The next calls in this scope go wrong in this way; faults for the same call take their turns. */
  next(fault: Fault, scope: FaultScope = {}): void {
    this.#planned.push({ fault, scope, left: scope.times ?? 1 });
  }

  /** Stands around each call of this method, until the returned function is called. The latest stands outermost. */
  intercept(method: string, hook: Hook): () => void {
    const entry = { method: method.toLowerCase(), hook };
    this.#hooks.push(entry);
    return () => {
      this.#hooks = this.#hooks.filter((other) => other !== entry);
    };
  }

  /** The next so many updates are delivered twice. */
  duplicateUpdates(messenger: MessengerName, count = 1): void {
    this.messengers.duplicate(messenger, count);
  }

  /** The token is refused from now on, a waiting poll included. */
  revokeToken(messenger: MessengerName): void {
    this.messengers.revoke(messenger, true);
  }

  restoreToken(messenger: MessengerName): void {
    this.messengers.revoke(messenger, false);
  }

  /** Forgets planned faults and hooks. */
  clear(): void {
    this.#planned = [];
    this.#hooks = [];
  }

  /** The fault that is due for this call; it is used up by asking. */
  due(messenger: MessengerName, method: string): Fault | null {
    const planned = this.#planned.find(({ scope }) => covers(scope, messenger, method));
    if (!planned) return null;
    planned.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return planned.fault;
  }

  /** Runs the call inside the hooks that stand around its method. */
  run(call: HookedCall, effect: () => Promise<WireAnswer>): Promise<WireAnswer> {
    return this.#hooks
      .filter(({ method }) => method === call.method.toLowerCase())
      .reduce(
        (inner, { hook }) =>
          () =>
            hook(call, inner),
        effect,
      )();
  }
}

function covers(scope: FaultScope, messenger: MessengerName, method: string): boolean {
  const sameMessenger = scope.messenger === undefined || scope.messenger === messenger;
  const sameMethod = scope.method
    ? scope.method.toLowerCase() === method.toLowerCase()
    : method !== 'getUpdates';
  return sameMessenger && sameMethod;
}
