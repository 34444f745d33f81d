import type { ImportRun } from '../import/runs.js';
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
      progress ??= startProgress(shell, { what: run.state, total: step.total });
      progress.at(step.done);
    },
    end,
  };
}

/** Null when nothing is under way any more. A list that is being read has no end in sight. */
function stepOf(run: ImportRun): { done: number; total: number | null } | null {
  switch (run.state) {
    case 'reading':
      return { done: run.readTo, total: null };
    case 'applying':
      return { done: run.appliedTo, total: run.readTo };
    case 'undoing':
      return { done: run.undoneTo, total: run.appliedTo };
    default:
      return null;
  }
}
