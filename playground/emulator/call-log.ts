import type { MessengerName } from './face.js';
import type { WireAnswer } from './faults.js';
import { Bell } from './bell.js';

/** One call of the bot, kept for tests. */
export interface CallRecord {
  messenger: MessengerName;
  /** In its proper case; as it came where nobody knows it. */
  method: string;
  payload: Readonly<Record<string, unknown>>;
  /** Null while it is under way, and for a connection that broke before the call took effect. */
  answer: WireAnswer | null;
  /** What the messenger ignored and the caller should have left out. */
  unknownFields: string[];
}

/** Every call, in the order of arrival. */
export class CallLog {
  readonly records: CallRecord[] = [];
  readonly changed = new Bell<void>();
  #underWay = 0;

  /** Calls that have not been answered, polls left out. */
  get underWay(): number {
    return this.#underWay;
  }

  add(record: CallRecord): void {
    this.records.push(record);
    if (record.method === 'getUpdates') return;
    this.#underWay += 1;
    this.changed.ring();
  }

  ended(record: CallRecord): void {
    if (record.method === 'getUpdates') return;
    this.#underWay -= 1;
    this.changed.ring();
  }
}
