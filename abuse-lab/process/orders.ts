import type { Env } from '../../src/config/setting.js';

/** Lets the product begin, with a clock so many milliseconds before this machine's. */
export interface Start {
  kind: 'start';
  settings: Env;
  ahead: number;
  seed: string;
}

/** What the lab wants of a process of the product. */
export type Order =
  | Start
  | { kind: 'clock'; ahead: number }
  /** Tasks of the schedule, done now. */
  | { kind: 'tasks'; names: readonly string[] };
