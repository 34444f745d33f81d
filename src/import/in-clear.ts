import type { ImportParts } from './runs.js';

/** What is sealed there, under whatever key: keys may have been changed since. */
export function inClear({ keyring }: ImportParts, sealed: { nationalId: string; mobile: string | null }) {
  return {
    nationalId: keyring.decrypt('national-id', sealed.nationalId),
    mobile: sealed.mobile && keyring.decrypt('mobile', sealed.mobile),
  };
}
