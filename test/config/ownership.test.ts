import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { faultsOf, least } from './complete-settings.js';

describe('who is asked whose a mobile is', () => {
  const other = {
    OWNERSHIP: 'http',
    OWNERSHIP_URL: 'https://register.example/v1/shahkar',
    OWNERSHIP_HEADER: 'Authorization: Bearer register-secret',
    OWNERSHIP_BODY: '{"mobile":"{mobile}","nationalCode":"{nationalId}"}',
    OWNERSHIP_MATCH: 'result=1, data.matched=true',
    OWNERSHIP_MISMATCH: 'result=1,data.matched=false',
  };

  it('is nobody; or a service by its name, with what is its own', () => {
    expect(readConfig(least)).toMatchObject({ ownership: { kind: 'off' }, policy: { asksOwner: false } });
    const zohal = readConfig({ ...least, OWNERSHIP: 'zohal', ZOHAL_TOKEN: 'zohal-secret' });
    expect(zohal.policy.asksOwner).toBe(true);
    const { ownership } = zohal;
    expect(ownership).toEqual({ kind: 'zohal', token: 'zohal-secret', url: 'https://service.zohal.io' });
    expect(faultsOf({ ...least, OWNERSHIP: 'jibit' })).toHaveLength(2);
    expect(faultsOf({ ...least, OWNERSHIP: 'pigeon' })).toHaveLength(1);
  });

  it('may be any other, by what is asked and what is answered', () => {
    expect(readConfig({ ...least, ...other }).ownership).toMatchObject({
      headers: { authorization: 'Bearer register-secret' },
      body: { mobile: '{mobile}', nationalCode: '{nationalId}' },
      match: [
        { path: ['result'], value: '1' },
        { path: ['data', 'matched'], value: 'true' },
      ],
    });
  });

  it.each([
    { OWNERSHIP_BODY: '{"mobile":"{mobile}"}' },
    { OWNERSHIP_BODY: '["{mobile}","{nationalId}"]' },
    { OWNERSHIP_BODY: 'mobile={mobile}' },
    { OWNERSHIP_BODY: 'null "{mobile}" "{nationalId}"' },
    { OWNERSHIP_MATCH: 'matched' },
    { OWNERSHIP_MISMATCH: 'result=1,' },
    { OWNERSHIP_HEADER: 'register-secret' },
    { OWNERSHIP_URL: 'register.example' },
  ])('is refused where it could not be asked: %o', (wrong) => {
    const faults = faultsOf({ ...least, ...other, ...wrong });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(Object.keys(wrong));
  });
});
