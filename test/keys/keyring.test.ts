import { beforeEach, describe, expect, it } from 'vitest';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import type { Keyring, Purpose } from '../../src/keys/keyring.js';
import { seededRandom } from '../../playground/seeded-random.js';

const random = seededRandom('keyring');
const oldKey = random.bytes(32);
const newKey = random.bytes(32);
let before: Keyring;
let during: Keyring;
let after: Keyring;

beforeEach(() => {
  before = makeKeyring({ keys: [oldKey], random });
  during = makeKeyring({ keys: [newKey, oldKey], random });
  after = makeKeyring({ keys: [newKey], random });
});

const purposes: Purpose[] = [
  'national-id',
  'mobile',
  'dialogue',
  'inbox',
  'outbox',
  'code',
  'limit',
  'audit',
];
const secret = '0010000011';

describe('a sealed text', () => {
  it.each(['', secret, 'سارا نیک‌منش 🙂', '\u0000', 'x'.repeat(100_000)])('opens again: %.12j', (text) => {
    expect(before.decrypt('dialogue', before.encrypt('dialogue', text))).toBe(text);
  });

  it('never looks the same twice, and shows nothing of the text', () => {
    const sealed = Array.from({ length: 200 }, () => before.encrypt('mobile', secret));
    expect(new Set(sealed).size).toBe(200);
    for (const one of sealed) expect(one).not.toContain(secret);
  });

  it('opens for its own purpose and no other', () => {
    for (const purpose of purposes.filter((other) => other !== 'national-id')) {
      expect(() => before.decrypt(purpose, before.encrypt('national-id', secret))).toThrow('changed');
    }
  });

  it('does not open when any one character of it is another', () => {
    const sealed = before.encrypt('national-id', secret);
    const changes = Array.from(sealed, (character, at) => {
      const other = character === 'A' ? 'B' : 'A';
      return sealed.slice(0, at) + other + sealed.slice(at + 1);
    });
    const lastBits = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      .map((last) => sealed.slice(0, -1) + last)
      .filter((changed) => changed !== sealed);
    for (const changed of [...changes, ...lastBits]) {
      expect(() => before.decrypt('national-id', changed)).toThrow();
    }
  });

  it.each(['', '.', 'nonsense', 'KEY.', 'KEY.AAAA', 'KEY.====', '-KEY.TEXT', 'KEY.TEXT='])(
    'is not «%s»',
    (text) => {
      const [key, body] = before.encrypt('mobile', secret).split('.');
      const put = text.replace('KEY', key ?? '').replace('TEXT', body ?? '');
      expect(() => before.decrypt('mobile', put)).toThrow(/^this is not sealed text$|was changed/);
    },
  );

  it('says what is wrong without saying what was in it', () => {
    const sealed = before.encrypt('national-id', secret);
    const faults = [() => after.decrypt('national-id', sealed), () => before.decrypt('mobile', sealed)].map(
      faultOf,
    );
    expect(faults).toEqual([
      'the key with this fingerprint is absent',
      'sealed text was changed, or sealed for another purpose',
    ]);
  });
});

describe('a change of keys', () => {
  it('leaves what the old key sealed readable while both are there', () => {
    const sealed = before.encrypt('national-id', secret);
    expect(during.decrypt('national-id', sealed)).toBe(secret);
  });

  it('seals with the new key from then on', () => {
    expect(during.current).toBe(after.current);
    expect(after.decrypt('national-id', during.encrypt('national-id', secret))).toBe(secret);
    expect(() => before.decrypt('national-id', during.encrypt('national-id', secret))).toThrow('absent');
  });

  it('finds members by what either key has indexed, newest first', () => {
    expect(during.index('mobile', secret)).toBe(after.index('mobile', secret));
    expect(during.indexes('mobile', secret)).toEqual([
      after.index('mobile', secret),
      before.index('mobile', secret),
    ]);
    expect(during.fingerprints).toEqual([after.current, before.current]);
  });

  it('leaves codes that the old key derived as they were', () => {
    expect(during.mac('code', before.current, 'challenge')).toEqual(
      before.mac('code', before.current, 'challenge'),
    );
    expect(() => after.mac('code', before.current, 'challenge')).toThrow('absent');
  });
});

describe('a keyring', () => {
  it('needs a key', () => {
    expect(() => makeKeyring({ keys: [], random })).toThrow('a keyring needs a key');
  });
});

describe('what a key makes', () => {
  it('is the same for the same value, and 64 hex digits long', () => {
    expect(before.index('mobile', secret)).toBe(before.index('mobile', secret));
    expect(before.index('mobile', secret)).toMatch(/^[0-9a-f]{64}$/);
    expect(before.mac('code', before.current, secret)).toHaveLength(32);
  });

  it('differs for each purpose, use, key and value', () => {
    const made = [before, after].flatMap((keyring) =>
      purposes.flatMap((purpose) =>
        ['1', '2'].flatMap((value) => [
          keyring.index(purpose, value),
          keyring.mac(purpose, keyring.current, value).toString('hex'),
        ]),
      ),
    );
    expect(new Set(made).size).toBe(made.length);
  });

  it('stays what it is from release to release, since databases hold it', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
    const keyring = makeKeyring({ keys: [key], random: { bytes: (count) => Buffer.alloc(count, 7) } });
    expect({
      fingerprint: keyring.current,
      index: keyring.index('mobile', secret),
      mac: keyring.mac('mobile', keyring.current, secret).toString('hex'),
      sealed: keyring.encrypt('mobile', secret),
    }).toMatchInlineSnapshot(`
      {
        "fingerprint": "ce811e8766734fe6",
        "index": "103d164139bba19c9cba426f83a65c7bfc0842ae08828aff532c17068a87eef9",
        "mac": "fba1d7ce409971467989621f8ed4e45769e9b1cf964a663f22db1a57f659a144",
        "sealed": "ce811e8766734fe6.BwcHBwcHBwcHBwcHL0Mms8rUcckaC51-BLPylRvJRASE36Xnf08",
      }
    `);
  });

  it('has a name that shows nothing of the key', () => {
    expect(before.current).toMatch(/^[0-9a-f]{16}$/);
    expect(oldKey.toString('hex')).not.toContain(before.current);
  });
});

function faultOf(act: () => unknown): string {
  try {
    return String(act());
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'something else was thrown';
  }
}
