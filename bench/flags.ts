import { readFlags as readGiven, readNames, Usage } from '../playground/flags.js';

/** What the bench is asked to do. */
export interface Flags {
  /** Names of the subjects, as `--only` has them. */
  only: readonly SubjectName[];
  /** Ten million members, and rows of ten million in inbox, outbox and trail, too. */
  growth: boolean;
  /** Recoveries whose bytes on disk are measured, and nothing else; 0: everything else. */
  disk: number;
  /** Chats whose dialogue is left open, for their memory; 0: none. */
  dialogues: number;
}

export const subjectNames = ['direct', 'sqlite', 'mariadb', 'mariadb-two'] as const;
export type SubjectName = (typeof subjectNames)[number];

const usage = `npm run bench [-- [--only NAME,…] [--dialogues COUNT] [--growth] | --disk COUNT]

  --only NAME,…      measure these alone: ${subjectNames.join(', ')}
  --dialogues COUNT  leave so many dialogues open as well, for their memory: up to 100000,
                     which is what --growth does by itself
  --disk COUNT       measure nothing but what so many recoveries, up to 8000, leave on the disk,
                     table by table, of sqlite and mariadb
  --growth           ten million members, a million challenges that expire, and ten
                     million rows in inbox, outbox and trail as well; takes an hour

The database server is TEST_MARIADB, or mysql://root@127.0.0.1:3306.`;

const most = 100_000;
/** Each member is played once, and nine thousand have no mobile on record. */
const mostOnDisk = 8_000;

const given = {
  only: { type: 'string' },
  disk: { type: 'string' },
  growth: { type: 'boolean', default: false },
  dialogues: { type: 'string' },
} as const;

/** Throws a `Usage` when something is asked for that there is not. */
export function readFlags(args: readonly string[]): Flags {
  const { only, growth, dialogues, disk: recoveries } = readGiven(args, given, usage);
  const count = Number(dialogues ?? (growth ? most : 0));
  if (!Number.isInteger(count) || count < 0 || count > most)
    throw new Usage('--dialogues takes a whole number up to 100000', usage);
  const disk = Number(recoveries ?? 0);
  if (!Number.isInteger(disk) || disk < 0 || disk > mostOnDisk)
    throw new Usage(`--disk takes a whole number up to ${mostOnDisk}`, usage);
  const named = readNames({ flag: '--only', given: only }, subjectNames, usage);
  return { only: named ?? subjectNames, growth, dialogues: count, disk };
}
