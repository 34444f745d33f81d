import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { cast } from '../../playground/cast.js';
import { entities } from '../../src/db/entities.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { another, asker, type ResetHarness } from '../support/reset-harness.js';

/** Every value of every column of every table, as text. */
async function dump(harness: ResetHarness): Promise<string[]> {
  const rows = await Promise.all(
    entities.map((entity) => harness.manager.createQueryBuilder().select().from(entity, 'row').getRawMany()),
  );
  return rows.flat().flatMap((row: object) => Object.values(row).map((value) => String(value)));
}

onBothDatabases('a stolen database', (harness) => {
  it('holds no code, no national ID and no mobile, neither plain nor by a hash that needs no key', async () => {
    const sara = asker('sara');
    const offered = { number: cast[0]!.phone, source: 'typed' as const };
    const first = await harness().sent('sara', sara, offered);
    await harness().confirm(first.challengeId, another(harness().code(first.challengeId)), sara);
    harness().clock.pass(minute);
    await harness().reset((heart) => heart.resend(first.challengeId, sara));
    await harness().confirm(first.challengeId, harness().code(first.challengeId), sara);
    await harness().settleDone(await harness().reserved('behrouz'));

    const secrets = [
      harness().code(first.challengeId),
      ...cast.flatMap(({ nationalId, phone, mobileOnRecord }) => [
        nationalId,
        phone,
        mobileOnRecord ?? phone,
      ]),
    ];
    const values = await dump(harness());
    expect(values.length).toBeGreaterThan(300);
    const text = values.join('\n');
    for (const secret of secrets) {
      expect(text).not.toMatch(new RegExp(`(?<!\\d)${secret}(?!\\d)`));
      for (const hash of hashesOf(secret)) expect(text).not.toContain(hash);
    }
  });
});

const hashesOf = (secret: string): string[] =>
  ['md5', 'sha1', 'sha256', 'sha512'].flatMap((kind) => {
    const hash = createHash(kind).update(secret).digest();
    return [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')];
  });
