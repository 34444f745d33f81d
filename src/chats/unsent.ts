import type { Random } from '../random.js';

/**
 * The id of a message that has not been sent yet, as later calls may name it: below zero, since the messengers' own ids
 * are above. It tells the job that sends it and the how manieth of that job's messages it is.
 */
export type UnsentId = number & { readonly unsent: true };

/** So many messages at most are sent by one job. */
const perJob = 64;
/** Above every number of a row: until there were such ids, a message was known by the row that sends it. */
const first = 2 ** 32;

export const isUnsent = (message: number): message is UnsentId => message < 0;

/** A name for a job that sends messages. Found among the jobs of one chat, where there is none like it. */
export const makeSendingName = (random: Random): number =>
  (Math.ceil(first / perJob) + random.bytes(5).readUIntBE(0, 5)) * perJob;

/** Its messages, from 0 on. */
export const unsentId = (sending: number, place: number): UnsentId => -(sending + place) as UnsentId;

/** Where to find out what became of it. */
export type UnsentMessage = { sending: number; place: number } | { row: number };

export function unsentMessage(id: UnsentId): UnsentMessage {
  const whole = -Number(id);
  if (whole < first) return { row: whole };
  return { sending: whole - (whole % perJob), place: whole % perJob };
}

/** As it is kept in a row, and back. */
export const storedUnsentId = (id: UnsentId): number => -Number(id);
export const restoredUnsentId = (stored: number): UnsentId => -stored as UnsentId;
