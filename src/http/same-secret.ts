import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares without telling by its time how much was right, nor how long the right one is. */
export function isSameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
