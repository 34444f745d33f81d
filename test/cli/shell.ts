import { ramzyar } from '../../src/cli/ramzyar.js';
import { systemClock, type Clock } from '../../src/clock.js';
import { gatherEnvironment } from '../../src/config/environment.js';
import type { Env } from '../../src/config/setting.js';
import { systemRandom } from '../../src/random.js';

/** Types a line at a shell with these settings; everything that was said, and the exit code. */
export async function type(
  line: string,
  env: Env = {},
  clock: Clock = systemClock,
  interrupted?: AbortSignal,
): Promise<{ code: number; said: string }> {
  const { code, out, err } = await typeApart(line, env, clock, interrupted);
  return { code, said: [...out, ...err].join('\n') };
}

/** The same, with stdout and stderr apart. */
export async function typeApart(
  line: string,
  env: Env = {},
  clock: Clock = systemClock,
  interrupted: AbortSignal = new AbortController().signal,
): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const words = line.split(' ').filter(Boolean);
  const code = await ramzyar(words, {
    version: '1.2.3',
    env: (envFile) => (envFile === undefined ? env : gatherEnvironment(env, envFile)),
    say: (one) => void out.push(one),
    complain: (one) => void err.push(one),
    redraw: null,
    clock,
    random: systemRandom,
    interruption: () => interrupted,
  });
  return { code, out, err };
}
