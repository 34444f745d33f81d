import type { Clock } from '../clock.js';
import type { Env } from '../config/setting.js';
import type { Random } from '../random.js';

/** What a command may use of the machine it runs on. */
export interface Shell {
  /** Of this build. */
  version: string;
  /**
   * The settings as they stand: the environment, and under it what `envFile` says, or `.env` of this folder where none is
   * named. Throws a `ConfigFault` when one of their files cannot be read.
   */
  env: (envFile?: string) => Env;
  say: (line: string) => void;
  /** Says what went wrong, apart from what was asked for. */
  complain: (line: string) => void;
  /** Draws one line over the last one that was drawn so; null leaves it standing. The whole is null where nobody looks on. */
  redraw: ((line: string | null) => void) | null;
  clock: Clock;
  random: Random;
  /** Aborted when whoever sits at it wants to stop (Ctrl-C), from this call on; once more, and the process ends at once. */
  interruption: () => AbortSignal;
}

/** One way to write a command. */
export interface Usage {
  /** What follows its name; empty for nothing. */
  words: string;
  does: string;
}

/** One thing that an operator can ask for. */
export interface CliCommand {
  name: string;
  /** What may follow the name: one of these words; none without it. */
  subcommands?: readonly string[];
  /** Whether anything may follow the subcommand. */
  takesOperands?: true;
  /** What may follow the name of one that has no subcommands, as if it were one. */
  options?: readonly string[];
  does: string;
  /** Each way to write it, for its own help. */
  usage: readonly Usage[];
  /** Returns the exit code; `misused` when it makes nothing of its operands. */
  run: (shell: Shell, subcommand: string, operands: readonly string[]) => Promise<number>;
}

/** Whoever sits at the shell, as the trail names them. */
export const operator = 'operator';

/** The exit code that says that a line was not understood. */
export const misused = 2;
