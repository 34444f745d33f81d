/** A press of an inline button, as the person sees it. */
export interface Callback {
  id: string;
  chatId: number;
  data: string;
  /** The button still shows that it waits. */
  spinning: boolean;
  /** What the answer showed; null for nothing. */
  shown: { text: string; alert: boolean } | null;
}

/** Presses of inline buttons, and what the bot answered. */
export class CallbackDesk {
  readonly #callbacks: Callback[] = [];

  /** `prefix`: what the id begins with. */
  open(chatId: number, data: string, prefix: string): Callback {
    const id = `${prefix}${String(this.#callbacks.length + 1).padStart(9, '0')}`;
    const callback = { id, chatId, data, spinning: true, shown: null };
    this.#callbacks.push(callback);
    return callback;
  }

  find(id: string): Callback | undefined {
    return this.#callbacks.find((callback) => callback.id === id);
  }

  ofChat(chatId: number): Callback[] {
    return this.#callbacks.filter((callback) => callback.chatId === chatId);
  }
}
