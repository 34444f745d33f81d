import type { Clock } from '../../src/clock.js';

/** An update on the wire; the shape within is the messenger's business. */
export type WireUpdate = { update_id: number } & Record<string, unknown>;

interface Waiting {
  update: WireUpdate;
  since: number;
  /** Comes whatever the offset says, once: a duplicate, or a guest with a number of its own. */
  stray: boolean;
  delivered: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Updates of one bot until they are confirmed: by the offset of a later poll, or by a webhook's answer. */
export class UpdateQueue {
  readonly #history = new Map<number, WireUpdate>();
  readonly #arrivals = new Set<() => void>();
  #waiting: Waiting[] = [];
  #nextId: number;
  #duplicates = 0;

  constructor(
    firstId: number,
    /** So many are kept; older ones are lost. */
    private readonly backlog: number,
    private readonly clock: Clock,
  ) {
    this.#nextId = firstId;
  }

  /** Gives the update its number and puts it in line. */
  add(fields: Record<string, unknown>): WireUpdate {
    const update = { update_id: this.#nextId++, ...fields };
    this.#history.set(update.update_id, update);
    this.#push(update, false);
    if (this.#duplicates > 0) {
      this.#duplicates -= 1;
      this.#push(update, true);
    }
    return update;
  }

  /** Puts an update with a number of its own in line, in this place; what comes after it has a higher one. */
  inject(update: WireUpdate): void {
    this.#nextId = Math.max(this.#nextId, update.update_id + 1);
    this.#history.set(update.update_id, update);
    this.#push(update, true);
  }

  /** Delivers an update once more, confirmed or not. Throws for one that never was. */
  redeliver(updateId: number): void {
    const update = this.#history.get(updateId);
    if (!update) throw new Error(`there was no update ${updateId}`);
    this.#push(update, true);
  }

  /** The next so many new updates come twice. */
  duplicateNext(count: number): void {
    this.#duplicates += count;
  }

  /** Forgets what the offset confirms; a negative one keeps only so many from the end. */
  confirm(offset: number): void {
    if (offset < 0) this.#waiting = this.#waiting.slice(offset);
    else {
      this.#waiting = this.#waiting.filter(({ update, stray, delivered }) =>
        stray ? !delivered : offset === 0 || update.update_id >= offset,
      );
    }
  }

  /** Takes out what a webhook has accepted. */
  accept(update: WireUpdate): void {
    const index = this.#waiting.findIndex((waiting) => waiting.update === update);
    if (index >= 0) this.#waiting.splice(index, 1);
  }

  /** The oldest so many; they stay until they are confirmed. */
  take(limit: number): WireUpdate[] {
    this.#forgetOld();
    const taken = this.#waiting.slice(0, limit);
    for (const waiting of taken) waiting.delivered = true;
    return taken.map(({ update }) => update);
  }

  /** Everything that waits, oldest first; nothing counts as delivered by it. */
  peek(): WireUpdate[] {
    this.#forgetOld();
    return this.#waiting.map(({ update }) => update);
  }

  nowInSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  clear(): void {
    this.#waiting = [];
  }

  get size(): number {
    this.#forgetOld();
    return this.#waiting.length;
  }

  /** Is called at each arrival until the returned function is called. */
  onArrival(listener: () => void): () => void {
    this.#arrivals.add(listener);
    return () => {
      this.#arrivals.delete(listener);
    };
  }

  #push(update: WireUpdate, stray: boolean): void {
    this.#waiting.push({ update, since: this.clock.now().getTime(), stray, delivered: false });
    this.#forgetOld();
    for (const listener of [...this.#arrivals]) listener();
  }

  #forgetOld(): void {
    const oldest = this.clock.now().getTime() - dayMs;
    this.#waiting = this.#waiting.filter(({ since }) => since > oldest).slice(-this.backlog);
  }
}
