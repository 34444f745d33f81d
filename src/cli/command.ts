import type { Clock } from '../clock.js';
import type { Env } from '../config/setting.js';
import type { Random } from '../random.js';

/** What a command may use of the machine it runs on. */
export interface Shell {
  /** Of this build. */
  version: string;
  /** The settings as they stand. Throws a `ConfigFault` when one of their files cannot be read. */
  env: () => Env;
  say: (line: string) => void;
  /** Draws one line over the last one that was drawn so; null leaves it standing. The whole is null where nobody looks on. */
  redraw: ((line: string | null) => void) | null;
  clock: Clock;
  random: Random;
}

/** One thing that an operator can ask for. */
export interface CliCommand {
  name: string;
  /** What may follow the name: one of these words; none without it. */
  subcommands?: readonly string[];
  /** What follows the subcommand, as it is explained; nothing may follow without it. */
  operand?: string;
  does: string;
  /** Returns the exit code; `misused` when it makes nothing of its operands. */
  run: (shell: Shell, subcommand: string, operands: readonly string[]) => Promise<number>;
}

/** Whoever sits at the shell, as the trail names them. */
export const operator = 'operator';

/** The exit code that says that a line was not understood. */
export const misused = 2;
