import type { ImportRoom } from './runs.js';

/** What is sealed there, under whatever key: keys may have been changed since. */
export function inClear({ keyring }: ImportRoom, sealed: { nationalId: string; mobile: string | null }) {
  return {
    nationalId: keyring.open('national-id', sealed.nationalId),
    mobile: sealed.mobile && keyring.open('mobile', sealed.mobile),
  };
}
