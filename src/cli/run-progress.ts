import { judgedRows, type ImportRun } from '../import/runs.js';
import type { Shell } from './command.js';
import { startProgress, type Progress } from './progress.js';

/** How far a list of members has come, as it is shown. */
export interface RunProgress {
  at(run: ImportRun): void;
  end(): void;
}

export function watchRun(shell: Shell): RunProgress {
  let [state, progress]: [string, Progress | null] = ['', null];
  const end = (): void => {
    progress?.end();
    progress = null;
  };
  return {
    at: (run) => {
      const step = stepOf(run);
      if (!step || run.state !== state) end();
      state = run.state;
      if (!step) return;
      const { total, done, part } = step;
      // What an earlier attempt has done costs this one no time.
      progress ??= startProgress(shell, { what: run.state, total, from: done });
      progress.at(done, part);
    },
    end,
  };
}

interface Step {
  done: number;
  total: number | null;
  part?: number;
}

/** Null when nothing is under way any more. A list that is being read has no end in sight but that of its file. */
function stepOf(run: ImportRun): Step | null {
  switch (run.state) {
    case 'reading':
      return { done: judgedRows(run), total: null, part: run.percentRead / 100 };
    case 'applying':
      return { done: rowsTo(run.appliedTo), total: rowsTo(run.readTo) };
    case 'undoing':
      return { done: rowsTo(run.undoneTo), total: rowsTo(run.appliedTo) };
    default:
      return null;
  }
}

/** The first line names the columns. */
const rowsTo = (line: number): number => Math.max(0, line - 1);
