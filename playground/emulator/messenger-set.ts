import type { Clock } from '../../src/clock.js';
import { baleFace } from './bale-face.js';
import type { Face, MessengerName } from './face.js';
import { FaultSwitches } from './faults.js';
import { Messenger } from './messenger.js';
import { Refusal } from './refusal.js';
import { telegramFace } from './telegram-face.js';

/** A chat in which something changed that can be seen. */
export interface ChatChange {
  messenger: MessengerName;
  chatId: number;
}

const faces: Readonly<Record<MessengerName, Face>> = { telegram: telegramFace, bale: baleFace };

/** The messengers that this emulator plays. */
export class MessengerSet {
  readonly #messengers: ReadonlyMap<MessengerName, Messenger>;

  constructor(
    names: readonly MessengerName[],
    clock: Clock,
    webhookDelays: readonly number[],
    changed: (change: ChatChange) => void,
  ) {
    this.#messengers = new Map(
      names.map((name) => {
        const tell = (chatId: number) => changed({ messenger: name, chatId });
        return [name, new Messenger(faces[name], clock, webhookDelays, tell)];
      }),
    );
  }

  /** Throws where this one is not played. */
  get(name: MessengerName): Messenger {
    const messenger = this.#messengers.get(name);
    if (!messenger) throw new Error(`${name} is not emulated here`);
    return messenger;
  }

  all(): Messenger[] {
    return [...this.#messengers.values()];
  }

  /** Unconfirmed updates of all together. */
  pending(): number {
    return this.all().reduce((sum, { updates }) => sum + updates.size, 0);
  }

  faults(): FaultSwitches {
    return new FaultSwitches({
      duplicate: (name, count) => this.get(name).updates.duplicateNext(count),
      revoke: (name, revoked) => this.#revoke(this.get(name), revoked),
    });
  }

  /** Lets nobody wait any longer. */
  stop(): void {
    for (const { webhook, poll } of this.all()) {
      webhook.remove();
      poll?.(new Refusal(503, 'Service Unavailable'));
    }
  }

  #revoke(messenger: Messenger, revoked: boolean): void {
    const { code, description } = messenger.face.refusals.token;
    messenger.tokenRevoked = revoked;
    if (revoked) messenger.poll?.(new Refusal(code, description));
  }
}
