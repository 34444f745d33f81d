import type { Clock } from '../../src/clock.js';
import { Bell } from '../emulator/bell.js';

/** An SMS on its way to a phone, or on it. */
export interface Sms {
  id: number;
  /** `09…` */
  to: string;
  /** The line or name that it comes from. */
  from: string;
  text: string;
  /** Epoch milliseconds. */
  sentAt: number;
  /** Null while it is still in the air. */
  arrivedAt: number | null;
}

/** How the network treats one number. */
export interface Reception {
  /** How long a message is in the air. */
  delayMs: number;
  /** Every message is refused. */
  down: boolean;
}

/** Everybody's mobile phone: what was sent to a number, and when it got there. */
export interface PhoneNetwork {
  /** Takes a message on; null when the number's network is down. */
  submit(message: { to: string; from: string; text: string }): Sms | null;
  /** What has arrived, oldest first. */
  inbox(number: string): Sms[];
  /** How many messages are on their way to it. */
  inTheAir(number: string): number;
  find(id: number): Sms | null;
  reception(number: string): Reception;
  setReception(number: string, change: Partial<Reception>): void;
  /** Brings down whatever is due by the clock; to be called when the clock was pushed forward. */
  deliverDue(): void;
  /** Brings down everything that is in the air, due or not. */
  deliverAll(): void;
  /** The next arrived message that this method has not given out yet, waiting for it if need be. Throws after `withinMs`. */
  next(number: string, withinMs?: number): Promise<Sms>;
  /** Tells of every message and of every changed reception, by number. */
  onChange(listener: (number: string) => void): () => void;
  stop(): void;
}

/** `timed`: messages arrive by themselves. `by-hand`: only by `deliverDue` and `deliverAll`. */
export function makePhoneNetwork({
  clock,
  arrival,
}: {
  clock: Clock;
  arrival: 'timed' | 'by-hand';
}): PhoneNetwork {
  const messages: (Sms & { dueAt: number })[] = [];
  const receptions = new Map<string, Reception>();
  const given = new Map<string, number>();
  const wakeUp = new Bell<string>();
  const timers = new Set<NodeJS.Timeout>();

  const tell = (number: string): void => wakeUp.ring(number);
  const onChange: PhoneNetwork['onChange'] = (listener) => wakeUp.listen(listener);
  const reception = (number: string): Reception => receptions.get(number) ?? { delayMs: 0, down: false };
  const inbox = (number: string): Sms[] =>
    messages.filter(({ to, arrivedAt }) => to === number && arrivedAt !== null).sort(byArrival);

  function deliver(until: number): void {
    const landing = messages.filter(({ arrivedAt, dueAt }) => arrivedAt === null && dueAt <= until);
    for (const message of landing) message.arrivedAt = clock.now().getTime();
    new Set(landing.map(({ to }) => to)).forEach(tell);
  }

  function deliverIn(milliseconds: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      deliver(clock.now().getTime());
    }, milliseconds);
    timers.add(timer);
  }

  return {
    submit(message) {
      const { delayMs, down } = reception(message.to);
      if (down) return null;
      const sentAt = clock.now().getTime();
      const sms = { ...message, id: messages.length + 1, sentAt, arrivedAt: null, dueAt: sentAt + delayMs };
      messages.push(sms);
      if (arrival === 'timed') deliverIn(delayMs);
      tell(message.to);
      return sms;
    },
    inbox,
    inTheAir: (number) => messages.filter(({ to, arrivedAt }) => to === number && arrivedAt === null).length,
    find: (id) => messages[id - 1] ?? null,
    reception,
    setReception(number, change) {
      receptions.set(number, { ...reception(number), ...change });
      tell(number);
    },
    deliverDue: () => deliver(clock.now().getTime()),
    deliverAll: () => deliver(Infinity),
    next: (number, withinMs = 10_000) => arrivalOf(number, withinMs, { inbox, given, onChange }),
    onChange,
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

const byArrival = (one: Sms, other: Sms): number =>
  (one.arrivedAt ?? 0) - (other.arrivedAt ?? 0) || one.id - other.id;

function arrivalOf(
  number: string,
  withinMs: number,
  { inbox, given, onChange }: Pick<PhoneNetwork, 'inbox' | 'onChange'> & { given: Map<string, number> },
): Promise<Sms> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const taken = given.get(number) ?? 0;
      const sms = inbox(number)[taken];
      if (!sms) return;
      given.set(number, taken + 1);
      finish(() => resolve(sms));
    };
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      leave();
      end();
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`no SMS came to ${number}`))), withinMs);
    const leave = onChange(look);
    look();
  });
}
