import type { Emulator } from '../../../playground/emulator/emulator.js';
import type { MessengerName } from '../../../playground/emulator/face.js';
import { person } from '../../../playground/cast.js';

export interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after: number };
}

export interface Update extends Record<string, unknown> {
  update_id: number;
}

/** Calls the Bot API as a bot would, over HTTP. */
export function caller(emulator: Emulator, messenger: MessengerName, token = emulator.token(messenger)) {
  const root = emulator.root(messenger);
  const call = async (method: string, payload: object = {}, signal?: AbortSignal): Promise<Answer> => {
    const answer = await fetch(`${root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      ...(signal ? { signal } : {}),
    });
    return (await answer.json()) as Answer;
  };
  return {
    root,
    call,
    updates: async (payload: object = {}) => (await call('getUpdates', payload)).result as Update[],
    /** `code description` of a call that is refused. */
    refusal: async (method: string, payload: object = {}) => {
      const { ok, error_code, description } = await call(method, payload);
      return ok ? 'not refused' : `${error_code} ${description}`;
    },
  };
}

/** Sara's account, by which she has already written to the bot. */
export function sara(emulator: Emulator, messenger: MessengerName = 'telegram') {
  const account = newcomer(emulator, messenger);
  account.say('/start');
  return account;
}

/** Sara's account, from which the bot has never heard. */
export function newcomer(
  emulator: Emulator,
  messenger: MessengerName = 'telegram',
  role: 'sara' | 'behrouz' = 'sara',
) {
  const { accounts, name, phone } = person(role);
  return emulator.account({ messenger, id: accounts[messenger] ?? 0, firstName: name, phone });
}

/** Resolves as soon as this holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** Resolves as soon as a call of this method has come and is not answered. */
export const underWay = (emulator: Emulator, method: string) =>
  until(() => emulator.calls().some((call) => call.method === method && call.answer === null));
