import type { ImportParts } from './runs.js';

/** What is encrypted there, under whatever key: keys may have been changed since. */
export function inClear({ keyring }: ImportParts, encrypted: { nationalId: string; mobile: string | null }) {
  return {
    nationalId: keyring.decrypt('national-id', encrypted.nationalId),
    mobile: encrypted.mobile && keyring.decrypt('mobile', encrypted.mobile),
  };
}
