import { parseArgs } from 'node:util';

export const playNames = [
  'soak',
  'rolling-restart',
  'upgrade',
  'rolling-upgrade',
  'restore',
  'key-rotation',
] as const;
export type PlayName = (typeof playNames)[number];

/** What the soak is asked to do. */
export interface Options {
  only: PlayName;
  /** How long members come, in milliseconds. */
  lastsMs: number;
  /** Everything that chance decides follows from it. */
  seed: string;
  /** The commit from which an upgrade begins; null: the last one with another schema, or the first with this one. */
  from: string | null;
  /** Leave what the processes wrote where it is. */
  keeps: boolean;
}

const usage = `npm run soak [-- [--only NAME] [--minutes NUMBER] [--seed TEXT] [--from COMMIT] [--keep]]

  --only NAME       ${playNames.join(', ')}; soak without it
  --minutes NUMBER  how long members come; without it 30, and 2 of the others
  --seed TEXT       all chance follows from it; "1" without it
  --from COMMIT     the version from which an upgrade begins; without it the one before
                    the last change of the schema, or the first with the schema of now
  --keep            leaves the logs of the run where the second line says

Needs Linux, an installed MariaDB, of which it starts a server of its own, and for upgrades git.`;

/** Throws a `Usage` when something is asked for that there is not. */
export function readOptions(args: readonly string[]): Options {
  const { only, minutes, seed, from, keep } = parsed(args);
  const known = playNames.find((name) => name === only);
  if (!known) throw new Usage(`--only knows ${playNames.join(', ')}`);
  const wanted = Number(minutes ?? (known === 'soak' ? 30 : 2));
  if (!(wanted > 0 && wanted <= most)) throw new Usage(`--minutes takes a number up to ${most}`);
  return { only: known, lastsMs: wanted * 60_000, seed, from: from ?? null, keeps: keep };
}

/** As many minutes as there are members for. */
const most = 120;

function parsed(args: readonly string[]) {
  try {
    const options = {
      only: { type: 'string', default: 'soak' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string' },
      keep: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

/** What is wrong with the options, and how they are used. */
export class Usage extends Error {
  constructor(fault: string) {
    super(`${fault}\n\n${usage}`);
  }
}
