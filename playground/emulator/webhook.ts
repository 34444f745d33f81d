import type { UpdateQueue, WireUpdate } from './update-queue.js';

const patienceMs = 10_000;

/** What `getWebhookInfo` knows beyond the address. */
export interface WebhookTrouble {
  message: string;
  /** Epoch seconds. */
  at: number;
}

/**
 * Brings updates to the bot's own address: those of one chat in order and one at a time, chats side by side.
 * Anything but a 2xx answer is tried again, after delays that grow and then stay.
 */
export class Webhook {
  url = '';
  lastTrouble: WebhookTrouble | null = null;
  #secret: string | null = null;
  #stop: (() => void) | null = null;
  #abort = new AbortController();
  readonly #busy = new Set<string>();

  constructor(
    private readonly updates: UpdateQueue,
    /** Milliseconds. */
    private readonly delays: readonly number[],
    private readonly sendsSecret: boolean,
  ) {}

  /** From now on updates go to this address, waiting ones first. */
  set(url: string, secret: string | null): void {
    this.remove();
    this.url = url;
    this.#secret = secret;
    this.#abort = new AbortController();
    this.#stop = this.updates.onArrival(() => this.#deliverAll());
    this.#deliverAll();
  }

  remove(): void {
    this.url = '';
    this.lastTrouble = null;
    this.#stop?.();
    this.#stop = null;
    this.#abort.abort();
    this.#busy.clear();
  }

  /** Starts a line for each chat that has something waiting and no line yet. */
  #deliverAll(): void {
    for (const update of this.updates.peek()) {
      const chat = chatOf(update);
      if (this.#busy.has(chat)) continue;
      this.#busy.add(chat);
      void this.#deliverChat(chat, this.#abort.signal);
    }
  }

  async #deliverChat(chat: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      const update = this.updates.peek().find((waiting) => chatOf(waiting) === chat);
      if (!update || signal.aborted) break;
      await this.#deliver(update, signal);
    }
    if (!signal.aborted) this.#busy.delete(chat);
  }

  async #deliver(update: WireUpdate, signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      const trouble = await this.#post(update, signal);
      if (signal.aborted) return;
      if (trouble === null) return this.updates.accept(update);
      this.lastTrouble = { message: trouble, at: this.updates.nowInSeconds() };
      await pause(this.delays[Math.min(tries, this.delays.length - 1)] ?? 0, signal);
    }
  }

  /** Null when the bot took it, else what went wrong. */
  async #post(update: WireUpdate, signal: AbortSignal): Promise<string | null> {
    const secret = this.sendsSecret && this.#secret ? this.#secret : null;
    try {
      const answer = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      });
      await answer.arrayBuffer();
      return answer.ok ? null : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    } catch (error) {
      return error instanceof Error ? error.message : 'Connection failed';
    }
  }
}

/** The chat that an update belongs to; updates of one chat keep their order. */
function chatOf(update: WireUpdate): string {
  const [, content] = Object.entries(update).find(([field]) => field !== 'update_id') ?? [];
  const { chat, message, from } = (content ?? {}) as Record<string, { id?: number; chat?: { id: number } }>;
  return String(chat?.id ?? message?.chat?.id ?? from?.id ?? 'nobody');
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
