import { z } from 'zod';
import { exchange, json, jsonBody, type Exchange, type Patience } from '../exchange.js';
import { faultOf } from './answers.js';
import type { MobileOwnership, OwnershipParts } from './port.js';

export interface ZohalSettings {
  token: string;
  /** `https://service.zohal.io` */
  url: string;
  patience?: Patience;
}

const name = 'zohal';

/** Zohal's Shahkar inquiry. */
export function makeZohal(settings: ZohalSettings, { onFault }: OwnershipParts): MobileOwnership {
  return {
    name,
    belongs: async (mobile, nationalId) => {
      const answer = await inquire(settings, { mobile, national_code: nationalId });
      const matched = found.safeParse(json(answer)).data?.response_body.data.matched;
      if (matched === undefined) onFault(faultOf(name, answer));
      return matched === undefined ? 'unknown' : matched ? 'match' : 'mismatch';
    },
  };
}

const found = z.object({
  result: z.literal(1),
  response_body: z.object({ data: z.object({ matched: z.boolean() }) }),
});

function inquire({ url, token, patience }: ZohalSettings, question: object): Promise<Exchange> {
  const { headers, body } = jsonBody(question);
  const address = new URL(`${url.replace(/\/+$/, '')}/api/v0/services/inquiry/shahkar`);
  const authorised = { ...headers, authorization: `Bearer ${token}` };
  return exchange({ method: 'POST', url: address, headers: authorised, body }, patience);
}
