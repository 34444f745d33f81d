import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { migrate } from '../../src/db/migrate.js';
import { databases } from '../support/databases.js';
import { load } from './rows.js';

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('members’ records that an older program left', () => {
    let database: Awaited<ReturnType<typeof kind.createEmpty>>;
    beforeEach(async () => {
      database = await kind.createEmpty();
      await load(kind, database.url);
    });
    afterEach(() => database.drop());

    it('lose nobody: overlapping periods are joined with the most that was used, chats stay, and nobody has left', async () => {
      const dataSource = await makeDataSource(parseDatabaseUrl(database.url)!).initialize();
      const { manager } = dataSource;
      const count = async (table: string): Promise<number> =>
        Number((await dataSource.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);
      const before = { members: await count('members'), chats: await count('bound_chats') };
      const periods = await count('coverages');
      // A list with another first day had given this member a second period, and five more recoveries.
      await dataSource.query(
        "INSERT INTO coverages (member_id, starts_on, ends_on) VALUES (1, '2026-01-28', '2027-03-01')",
      );
      await dataSource.query('DELETE FROM reset_tallies WHERE coverage_id = 1');
      await dataSource.query(
        'INSERT INTO reset_tallies (coverage_id, member_id, used, allowance) VALUES (1, 1, 5, 5)',
      );

      const done = await migrate(dataSource);
      expect(done.find((name) => name.startsWith('Periods'))).toContain(
        '1 overlapping periods of cover joined',
      );
      expect(await manager.count(Coverage)).toBe(periods);
      const joined = await manager.findOneByOrFail(Coverage, { memberId: 1 });
      expect(joined).toMatchObject({ startsOn: '2026-01-27', endsOn: '2027-03-01' });
      const tally = await manager.findOneByOrFail(ResetQuota, { coverageId: joined.id });
      expect(tally).toMatchObject({ used: 5, allowance: 5 });
      const members = await manager.find(Member);
      const numbers = new Map(members.map(({ id, mobileIndex }) => [id, mobileIndex]));
      const chats = await manager.find(BoundChat);
      expect(chats).toHaveLength(before.chats);
      // A helper's chat among them: it ends with the number on record, as every other does.
      for (const { memberId, provenBy, endedAt } of chats)
        expect({ provenBy, endedAt }).toEqual({ provenBy: numbers.get(memberId), endedAt: null });
      expect(members).toHaveLength(before.members);
      expect(
        members.every(({ leftAt, forgottenAt, codesFrom }) => !leftAt && !forgottenAt && !codesFrom),
      ).toBe(true);
      await dataSource.destroy();
    });
  });
});
