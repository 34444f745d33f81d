import { person } from '../../../playground/cast.js';
import { standIn, type Answer, type Received, type StandIn } from './stand-in.js';

/** A Shahkar service's stand-in: knows whose numbers are whose, and refuses when told to. */
export interface OwnershipVendor extends StandIn {
  /** With this code; null: no more. */
  refuse: (code: string | null) => void;
  /** Tokens given out so far are no longer taken. */
  expireTokens: () => void;
}

export const owner = person('behrouz');
export const zohalToken = 'zohal-token-of-tests';
export const otherKey = 'other-key-of-tests';
export const jibitKeys = { apiKey: 'jibit-key-of-tests', secretKey: 'jibit-secret-of-tests' };

/** Somebody with a number in their own name. */
type Owner = Pick<typeof owner, 'phone' | 'nationalId'>;

const whose = (owners: readonly Owner[]) => (mobile: unknown, id: unknown) =>
  owners.some(({ phone, nationalId }) => phone === mobile && nationalId === id);

export async function zohalStandIn(owners: readonly Owner[] = [owner]): Promise<OwnershipVendor> {
  const matched = whose(owners);
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

/** `quotes`: for some questions it only answers with an error that quotes them. */
export async function jibitStandIn(
  owners: readonly Owner[] = [owner],
  quotes: (mobile: string) => boolean = () => false,
): Promise<OwnershipVendor> {
  const matched = whose(owners);
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
    if (quotes(query.get('mobileNumber') ?? ''))
      return said(400, { code: `${query.get('mobileNumber')} unknown`, message: url.href });
    return said(200, { matched: matched(query.get('mobileNumber'), query.get('nationalCode')) });
  };
  const base = await standIn(serve);
  return { ...base, refuse: (code) => void (refusal = code), expireTokens: () => void (given += 1) };
}

/** A vendor that nobody has written a line for: another question, and a mismatch that is an HTTP error. */
export async function otherStandIn(): Promise<OwnershipVendor> {
  const matched = whose([owner]);
  let refusal: string | null = null;
  const base = await standIn(({ method, url, headers, body }) => {
    if (headers['x-api-key'] !== otherKey) return said(403, { code: 'KEY' });
    if (method !== 'POST' || url.pathname !== '/inquiry/mobile') return said(404, { code: 'PATH' });
    if (refusal) return said(400, { code: refusal, data: { status: 'FAILED' } });
    const { who, context } = JSON.parse(body) as { who: Record<string, string>; context: { unit: number } };
    if (context.unit !== 7) return said(400, { code: 'UNIT' });
    return matched(who['phone'], who['id'])
      ? said(200, { done: true, data: { status: 'MATCHED' } })
      : said(422, { done: true, data: { status: 'UNMATCHED' } });
  });
  return { ...base, refuse: (code) => void (refusal = code), expireTokens: () => undefined };
}

const said = (status: number, body: object): Answer => ({ status, body: JSON.stringify(body) });
