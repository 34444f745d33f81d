import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, instant, optional, preset, whole, type ColumnDraft } from './table.js';

/** Since when somebody is of rank, and since when an account is theirs. */
export class SecondPersons1796700000000 implements MigrationInterface {
  readonly name = 'SecondPersons1796700000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await fillPeople(runner);
    await runner.query(`UPDATE staff_accounts SET added_at =
      (SELECT created_at FROM staff_people WHERE staff_people.id = staff_accounts.person_id) WHERE added_at IS NULL`);
    await fillLinked(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns.toReversed());
  }
}

const columns: readonly ColumnDraft[] = [
  { table: 'staff_people', ...optional(instant('ranked_since')) },
  { table: 'staff_people', ...preset(whole('ranked_hours'), 0) },
  { table: 'staff_accounts', ...optional(instant('added_at')) },
];

interface Line {
  at: string;
  event: string;
  person: number;
}

/** What the trail knows of changes of staff, the oldest first; moments as text, which sorts as they do. */
async function linesOf(runner: QueryRunner, ...events: string[]): Promise<Line[]> {
  const marks = events.map(() => '?').join(', ');
  const rows = (await runner.query(
    `SELECT CAST(at AS CHAR(23)) AS moment, event, detail FROM audit WHERE event IN (${marks}) ORDER BY id`,
    events,
  )) as { moment: string; event: string; detail: string }[];
  return rows.map(({ moment, event, detail }) => {
    const { person } = JSON.parse(detail) as { person?: number };
    return { at: moment, event, person: person ?? 0 };
  });
}

/** Of rank since they came, or since the trail last tells of a change; those who left, as long as they were here. */
async function fillPeople(runner: QueryRunner): Promise<void> {
  const changes = ['privilege_permissions_changed:staff-role', 'user_updated:staff-remove'];
  const lines = await linesOf(runner, ...changes);
  const people = (await runner.query(
    `SELECT id, state, CAST(created_at AS CHAR(23)) AS came FROM staff_people
      WHERE role IN ('supervisor', 'owner') AND ranked_since IS NULL AND ranked_hours = 0`,
  )) as { id: number; state: string; came: string }[];
  for (const { id, state, came } of people) {
    const own = lines.filter(({ person }) => person === id).map(({ at }) => at);
    const left = state === 'removed' ? own.pop() : undefined;
    const since = own.at(-1) ?? came;
    await (state === 'removed'
      ? runner.query('UPDATE staff_people SET ranked_hours = ? WHERE id = ?', [
          hours(since, left ?? since),
          id,
        ])
      : runner.query('UPDATE staff_people SET ranked_since = ? WHERE id = ?', [since, id]));
  }
}

const instantOf = (text: string): number => new Date(`${text.replace(' ', 'T')}Z`).getTime();
const hours = (from: string, to: string): number =>
  Math.max(0, Math.floor((instantOf(to) - instantOf(from)) / 3_600_000));

/** An account that was linked came later than its person: the last ones are those that the trail tells of. */
async function fillLinked(runner: QueryRunner): Promise<void> {
  const byPerson = new Map<number, string[]>();
  for (const { person, at } of await linesOf(runner, 'user_updated:staff-link'))
    byPerson.set(person, [...(byPerson.get(person) ?? []), at]);
  for (const [person, moments] of byPerson) {
    const accounts = (await runner.query(
      'SELECT id FROM staff_accounts WHERE person_id = ? ORDER BY id DESC',
      [person],
    )) as { id: number }[];
    for (const [place, at] of moments.toReversed().entries()) {
      const account = accounts[place];
      if (account)
        await runner.query('UPDATE staff_accounts SET added_at = ? WHERE id = ?', [at, account.id]);
    }
  }
}
