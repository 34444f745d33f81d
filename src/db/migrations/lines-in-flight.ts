import type { QueryRunner } from 'typeorm';

/**
 * Lines of lists that are not over yet, which were to bring a second period over one on record, get to mean that one, as
 * lines that are read today do. Those that would free days of it are left as they are: nobody was asked about that, and
 * they are left alone and counted when the list is applied.
 */
export async function meanPeriodsOnRecord(runner: QueryRunner): Promise<void> {
  await runner.query(`
    UPDATE import_rows
    SET old_cover_from = (SELECT MIN(c.starts_on) FROM coverages c WHERE ${isOverlapped}),
      old_cover_to = (SELECT MIN(c.ends_on) FROM coverages c WHERE ${isOverlapped})
    WHERE verdict = 'changed' AND old_cover_to IS NULL
      AND EXISTS (SELECT 1 FROM import_runs run WHERE ${isToCome})
      AND (SELECT COUNT(*) FROM coverages c WHERE ${isOverlapped}) = 1
      AND EXISTS (SELECT 1 FROM coverages c JOIN import_runs run ON run.id = import_rows.run_id
        WHERE ${isOverlapped} AND ${freesNothing})`);
}

const isOverlapped = `c.member_id = import_rows.member_id
        AND c.starts_on <= import_rows.cover_to AND import_rows.cover_from <= c.ends_on`;

const isToCome = `run.id = import_rows.run_id
        AND run.state IN ('reading', 'judged', 'applying') AND import_rows.line > run.applied_to`;

/** The day on which the list came, in UTC, is no later than today in Tehran. */
const freesNothing = `import_rows.cover_to >= c.ends_on
          AND (import_rows.cover_from <= c.starts_on
            OR import_rows.cover_from <= SUBSTR(CAST(run.created_at AS CHAR(23)), 1, 10))`;
