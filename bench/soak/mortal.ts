import type { Deed, Harm, Target } from './harms.js';

/** A process that can be harmed, and is there again afterwards. */
export interface Mortal {
  /** 0: it has ended by itself, and is not there yet. */
  pid(): number;
  /** Resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, as an operator does; resolves when it has. */
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

export type Mortals = Readonly<Record<Target, Mortal>>;

/** Does them all at their moments; of one process, one after the other. How often each deed was done. */
export async function doHarm(
  mortals: Mortals,
  harms: readonly Harm[],
  told: (harm: Harm) => void = () => undefined,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const last = new Map<Target, Promise<void>>();
  const begun = Date.now();
  for (const harm of harms) {
    await pause(begun + harm.at - Date.now());
    const before = last.get(harm.target) ?? Promise.resolve();
    last.set(
      harm.target,
      before.then(() => (told(harm), harmOne(mortals[harm.target], harm))),
    );
    const name = countName(harm.target, harm.deed);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  await Promise.all(last.values());
  return counts;
}

export const countName = (target: Target, deed: Deed): string => `${target} ${deed}`;

async function harmOne(mortal: Mortal, { deed, lastsMs }: Harm): Promise<void> {
  if (deed === 'freeze') {
    const pid = mortal.pid();
    // It has ended by itself and is about to start again: nothing is there to be frozen, and 0 would be this very group.
    if (pid === 0) return;
    signal(pid, 'SIGSTOP');
    await pause(lastsMs);
    return signal(pid, 'SIGCONT');
  }
  await mortal[deed]();
  await pause(lastsMs);
  await mortal.startAgain();
}

/** It may have ended by itself meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
