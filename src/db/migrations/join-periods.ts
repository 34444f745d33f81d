import type { QueryRunner } from 'typeorm';

interface PeriodRow {
  id: number;
  memberId: number;
  startsOn: string;
  endsOn: string;
  used: number;
}

/**
 * Joins periods of one member that overlap into one from the first day to the last, with the count of the one of which
 * the most is used; returns how many are gone. May be run again after it broke off half-way.
 */
export async function joinPeriods(runner: QueryRunner): Promise<number> {
  let joined = 0;
  for (const periods of overlapping(await inQuestion(runner))) {
    const [kept, ...others] = periods.toSorted((one, other) => other.used - one.used || other.id - one.id);
    if (!kept) continue;
    const ids = others.map(({ id }) => id);
    await moveTo(runner, kept.id, ids);
    const days = [least(periods.map(({ startsOn }) => startsOn)), most(periods.map(({ endsOn }) => endsOn))];
    await runner.query('UPDATE coverages SET starts_on = ?, ends_on = ? WHERE id = ?', [...days, kept.id]);
    joined += ids.length;
  }
  return joined;
}

/** All periods of members with any that overlap, in order. */
async function inQuestion(runner: QueryRunner): Promise<PeriodRow[]> {
  return (await runner.query(`
    SELECT c.id AS "id", c.member_id AS "memberId", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      COALESCE(t.used, 0) AS "used"
    FROM coverages c LEFT JOIN reset_tallies t ON t.coverage_id = c.id
    WHERE c.member_id IN (
      SELECT a.member_id FROM coverages a JOIN coverages b
        ON b.member_id = a.member_id AND b.id <> a.id AND b.starts_on <= a.ends_on AND a.starts_on <= b.ends_on)
    ORDER BY c.member_id, c.starts_on, c.id`)) as PeriodRow[];
}

/** Groups of two or more that touch each other, directly or by others. */
function overlapping(periods: readonly PeriodRow[]): PeriodRow[][] {
  const groups: PeriodRow[][] = [];
  for (const period of periods) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const isOfGroup =
      first?.memberId === period.memberId &&
      period.startsOn <= most((group ?? []).map(({ endsOn }) => endsOn));
    if (group && isOfGroup) group.push(period);
    else groups.push([period]);
  }
  return groups.filter(({ length }) => length > 1);
}

/** What names one of these periods names the one that is kept, and their own counts go with them. */
async function moveTo(runner: QueryRunner, kept: number, ids: readonly number[]): Promise<void> {
  const these = `IN (${ids.map(() => '?').join(', ')})`;
  for (const table of ['challenges', 'password_resets'])
    await runner.query(`UPDATE ${table} SET coverage_id = ? WHERE coverage_id ${these}`, [kept, ...ids]);
  await runner.query(`DELETE FROM reset_tallies WHERE coverage_id ${these}`, [...ids]);
  await runner.query(`DELETE FROM coverages WHERE id ${these}`, [...ids]);
}

const least = (days: readonly string[]): string => days.toSorted()[0] ?? '';
const most = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';
