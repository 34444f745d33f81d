import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localesFolder } from '../../../src/app/locales.js';
import { smsVendors } from '../../../src/sms/vendors/registry.js';
import { loadWords } from '../../../src/words/load-words.js';
import { locales } from '../../../src/words/words.js';

const top = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, top), 'utf8');
/** Where settings are told of. */
const tables = (): string =>
  ['README.md', 'docs/settings.md']
    .filter((path) => existsSync(new URL(path, top)))
    .map(read)
    .join('\n');
const words = loadWords(localesFolder());

describe('whoever brings text messages', () => {
  it('is found by its name in the settings', async () => {
    const folder = new URL('src/sms/vendors/', top);
    const modules = await Promise.all(
      readdirSync(folder).map(async (file) =>
        Object.values((await import(new URL(file, folder).href)) as Record<string, unknown>),
      ),
    );
    const vendors: unknown[] = modules
      .flat()
      .filter((one) => typeof one === 'object' && one !== null && 'asksDelivery' in one);
    expect(new Set(Object.values(smsVendors))).toEqual(new Set(vendors));
    for (const [name, vendor] of Object.entries(smsVendors)) expect(vendor.name).toBe(name);
  });

  /** `outbox` stands in old rows. */
  it.each([...Object.keys(smsVendors), 'outbox'])('has a name that staff can read: %s', (name) => {
    for (const locale of locales) expect(words.plain(locale, `sms-provider-${name}`)).toMatch(/\p{L}/u);
  });

  it.each(Object.keys(smsVendors))('keeps what all of them have promised: %s', (name) => {
    expect(read(`test/sms/vendors/${name}.test.ts`)).toContain('keepsSmsContract(');
  });

  it.each(Object.keys(smsVendors))('is named to operators where they choose: %s', (name) => {
    const [, example = ''] = /^# (.*)\n#SMS_PROVIDERS=/m.exec(read('.env.example')) ?? [];
    const [table = ''] = /^\| `SMS_PROVIDERS`.*$/m.exec(tables()) ?? [];
    expect(example.split(/[^a-z]+/)).toContain(name);
    expect(table).toContain(`\`${name}\``);
  });
});
