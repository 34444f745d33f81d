import { person } from '../../../playground/cast.js';
import { standIn, type Answer, type Received, type StandIn } from './stand-in.js';

/** A Shahkar service's stand-in: knows one owner, and refuses when told to. */
export interface OwnershipVendor extends StandIn {
  refuse: (code: string) => void;
  /** Tokens given out so far are no longer taken. */
  expireTokens: () => void;
}

export const owner = person('behrouz');
export const zohalToken = 'zohal-token-of-tests';
export const jibitKeys = { apiKey: 'jibit-key-of-tests', secretKey: 'jibit-secret-of-tests' };

const matched = (mobile: unknown, nationalId: unknown): boolean =>
  mobile === owner.phone && nationalId === owner.nationalId;

export async function zohalStandIn(): Promise<OwnershipVendor> {
  let refusal: string | null = null;
  const base = await standIn(({ method, url, headers, body }) => {
    if (headers.authorization !== `Bearer ${zohalToken}`)
      return said(401, { result: 2, error_code: 'UNAUTHORIZED' });
    if (refusal) return said(200, { result: 6, error_code: refusal, response_body: null });
    if (method !== 'POST' || url.pathname !== '/api/v0/services/inquiry/shahkar') return said(404, {});
    const { mobile, national_code } = JSON.parse(body) as Record<string, unknown>;
    return said(200, { result: 1, response_body: { data: { matched: matched(mobile, national_code) } } });
  });
  return { ...base, refuse: (code) => void (refusal = code), expireTokens: () => undefined };
}

export async function jibitStandIn(): Promise<OwnershipVendor> {
  let [refusal, given]: [string | null, number] = [null, 0];
  const serve = ({ method, url, headers, body }: Received): Answer => {
    const called = `${method} ${url.pathname}`;
    if (called === 'POST /ide/v1/tokens/generate') {
      const { apiKey, secretKey } = JSON.parse(body) as Record<string, unknown>;
      const known = apiKey === jibitKeys.apiKey && secretKey === jibitKeys.secretKey;
      given += 1;
      return known
        ? said(200, { accessToken: `token-${given}`, refreshToken: 'r' })
        : said(403, { code: 'forbidden' });
    }
    if (called !== 'GET /ide/v1/services/matching') return said(404, {});
    if (headers.authorization !== `Bearer token-${given}`) return said(403, { code: 'forbidden' });
    if (refusal) return said(400, { code: refusal, message: `${owner.nationalId} …` });
    const query = url.searchParams;
    return said(200, { matched: matched(query.get('mobileNumber'), query.get('nationalCode')) });
  };
  const base = await standIn(serve);
  return { ...base, refuse: (code) => void (refusal = code), expireTokens: () => void (given += 1) };
}

const said = (status: number, body: object): Answer => ({ status, body: JSON.stringify(body) });
