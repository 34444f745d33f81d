import type { Scene, SceneOptions } from './scene.js';

/** One trouble, and what is promised to a member all the same. */
export interface Row {
  promise: string;
  /** Why it cannot be tried here; null when it can. */
  missing?: string | null;
  play: (open: Open) => Promise<void>;
}

/** Sets a stage that is struck when the row is over. */
export type Open = (options?: SceneOptions) => Promise<Scene>;

/** Rows about one kind of trouble. */
export interface Group {
  trouble: string;
  rows: readonly Row[];
}
