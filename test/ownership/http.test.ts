import { describe, expect, it } from 'vitest';
import { openOwnership } from '../../src/app/vendors.js';
import { readOwnership } from '../../src/config/ownership.js';
import type { Env } from '../../src/config/setting.js';
import { makeHttpOwnership, type HttpOwnershipSettings } from '../../src/ownership/http.js';
import { keepsOwnershipContract, type OwnershipRig } from '../contracts/mobile-ownership.js';
import { otherKey, otherStandIn, owner } from '../support/vendors/ownership.js';
import { ampleTimeouts, standIn } from '../support/vendors/stand-in.js';

/** As an operator writes it down for a vendor that nobody has written a line for. */
const written = (url: string, key = otherKey): Env => ({
  OWNERSHIP: 'http',
  OWNERSHIP_URL: `${url}/inquiry/mobile`,
  OWNERSHIP_HEADER: `X-Api-Key: ${key}`,
  OWNERSHIP_BODY: '{"who":{"phone":"{mobile}","id":"{nationalId}"},"context":{"unit":7}}',
  OWNERSHIP_MATCH: 'done=true, data.status=MATCHED',
  OWNERSHIP_MISMATCH: 'done=true,data.status=UNMATCHED',
});

const settingsOf = (env: Env): HttpOwnershipSettings => {
  const read = readOwnership(env);
  if (!read.ok || read.value.kind !== 'http') throw new Error('not as an operator may write it');
  return read.value;
};

async function open(key?: 'wrong'): Promise<OwnershipRig> {
  const vendor = await otherStandIn();
  const faults: string[] = [];
  const timeouts = ampleTimeouts();
  const settings = { ...settingsOf(written(vendor.url, key)), timeouts };
  const ownership = makeHttpOwnership(settings, { onFault: (fault) => faults.push(fault) });
  return { ownership, vendor, timeouts, faults, secrets: [otherKey] };
}

keepsOwnershipContract('a vendor by settings alone', open, ['FAILED', 'NO_CREDIT']);

describe('what a service says counts only word for word', () => {
  const answers = async (status: number, said: unknown) => {
    const vendor = await standIn(() => ({ status, body: JSON.stringify(said) }));
    const read = readOwnership(written(vendor.url));
    if (!read.ok) throw new Error('not as an operator may write it');
    const service = openOwnership(read.value, { onFault: () => undefined });
    const owns = await service?.belongs(owner.phone, owner.nationalId);
    await vendor.close();
    return owns;
  };

  it.each<[string, number, unknown]>([
    ['half of the words', 200, { data: { status: 'MATCHED' } }],
    ['a match that is an error', 422, { done: true, data: { status: 'MATCHED' } }],
    ['a mismatch of a server in trouble', 503, { done: true, data: { status: 'UNMATCHED' } }],
    ['other words', 200, { done: true, data: { status: 'matched' } }],
    ['words in another place', 200, { done: true, status: 'MATCHED', data: null }],
    ['a list', 200, [{ done: true, data: { status: 'MATCHED' } }]],
    ['nothing', 200, null],
  ])('no clear answer: %s', async (_, status, said) => {
    expect(await answers(status, said)).toBe('unknown');
  });

  it('a number and a truth are read as they are written', async () => {
    expect(await answers(200, { done: 'true', data: { status: 'MATCHED' } })).toBe('match');
  });
});
