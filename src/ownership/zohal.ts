import type { Timeouts } from '../http-client/send.js';
import { makeHttpOwnership, type Condition } from './http.js';
import type { MobileOwnership, OwnershipParts } from './port.js';

export interface ZohalSettings {
  token: string;
  /** `https://service.zohal.io` */
  url: string;
  timeouts?: Timeouts;
}

/** Zohal's Shahkar inquiry: one of the common shape. */
export function makeZohal({ url, token, ...rest }: ZohalSettings, parts: OwnershipParts): MobileOwnership {
  return makeHttpOwnership(
    {
      ...rest,
      name: 'zohal',
      url: `${url.replace(/\/+$/, '')}/api/v0/services/inquiry/shahkar`,
      headers: { authorization: `Bearer ${token}` },
      body: { mobile: '{mobile}', national_code: '{nationalId}' },
      match: [success, matched('true')],
      mismatch: [success, matched('false')],
    },
    parts,
  );
}

const success: Condition = { path: ['result'], value: '1' };
const matched = (value: string): Condition => ({ path: ['response_body', 'data', 'matched'], value });
