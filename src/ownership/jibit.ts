import { z } from 'zod';
import {
  makeHttpClient,
  json,
  jsonBody,
  type HttpClient,
  type HttpResult,
} from '../http-client/http-client.js';
import type { Timeouts } from '../http-client/send.js';
import { faultOf, refusesKey } from './answers.js';
import { shortTimeouts, type MobileOwnership, type OwnershipParts } from './port.js';

export interface JibitSettings {
  apiKey: string;
  secretKey: string;
  /** `https://napi.jibit.ir/ide` */
  url: string;
  timeouts?: Timeouts;
}

const name = 'jibit';

/** Jibit's matching service. Its question stands in the address, so addresses are never logged. */
export function makeJibit(
  settings: JibitSettings,
  { onFault, onClear = () => undefined }: OwnershipParts,
): MobileOwnership {
  const request = makeHttpClient();
  let token: string | null = null;
  const ask = async (mobile: string, nationalId: string): Promise<HttpResult> => {
    if (token === null) {
      const answer = await generate(request, settings);
      token = tokenIn(answer);
      if (token === null) return answer;
    }
    return match(request, settings, token, mobile, nationalId);
  };
  return {
    name,
    belongs: async (mobile, nationalId) => {
      let answer = await ask(mobile, nationalId);
      if (refusesKey(answer) && token !== null) {
        token = null;
        answer = await ask(mobile, nationalId);
      }
      const matched = found.safeParse(json(answer)).data?.matched;
      if (matched === undefined) onFault(faultOf(name, answer));
      else onClear();
      return matched === undefined ? 'unknown' : matched ? 'match' : 'mismatch';
    },
    status: async () => {
      const answer = await generate(request, settings);
      if (tokenIn(answer) !== null) return 'answers';
      onFault(faultOf(name, answer));
      return refusesKey(answer) ? 'key-refused' : 'away';
    },
  };
}

const generated = z.object({ accessToken: z.string().min(1) });
const found = z.object({ matched: z.boolean() });

const tokenIn = (answer: HttpResult): string | null =>
  generated.safeParse(json(answer)).data?.accessToken ?? null;

function generate(
  request: HttpClient,
  { url, apiKey, secretKey, timeouts = shortTimeouts }: JibitSettings,
): Promise<HttpResult> {
  const address = new URL(`${url.replace(/\/+$/, '')}/v1/tokens/generate`);
  return request({ method: 'POST', url: address, ...jsonBody({ apiKey, secretKey }) }, timeouts);
}

function match(
  request: HttpClient,
  { url, timeouts = shortTimeouts }: JibitSettings,
  token: string,
  mobile: string,
  nationalId: string,
): Promise<HttpResult> {
  const address = new URL(`${url.replace(/\/+$/, '')}/v1/services/matching`);
  address.search = new URLSearchParams({ nationalCode: nationalId, mobileNumber: mobile }).toString();
  return request({ method: 'GET', url: address, headers: { authorization: `Bearer ${token}` } }, timeouts);
}
