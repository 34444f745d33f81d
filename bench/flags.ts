import { readFlags as readGiven, readNames, Usage } from '../playground/flags.js';

/** What the bench is asked to do. */
export interface Flags {
  /** Names of the subjects, as `--only` has them. */
  only: readonly SubjectName[];
  /** Ten million members, and rows of ten million in inbox, outbox and trail, too. */
  growth: boolean;
  /** Chats whose dialogue is left open, for their memory; 0: none. */
  dialogues: number;
}

export const subjectNames = ['direct', 'sqlite', 'mariadb', 'mariadb-two'] as const;
export type SubjectName = (typeof subjectNames)[number];

const usage = `npm run bench [-- [--only NAME,…] [--dialogues COUNT] [--growth]]

  --only NAME,…      measure these alone: ${subjectNames.join(', ')}
  --dialogues COUNT  leave so many dialogues open as well, for their memory: up to 100000,
                     which is what --growth does by itself
  --growth           ten million members, a million challenges that expire, and ten
                     million rows in inbox, outbox and trail as well; takes an hour

The database server is TEST_MARIADB, or mysql://root@127.0.0.1:3306.`;

const most = 100_000;

const given = {
  only: { type: 'string' },
  growth: { type: 'boolean', default: false },
  dialogues: { type: 'string' },
} as const;

/** Throws a `Usage` when something is asked for that there is not. */
export function readFlags(args: readonly string[]): Flags {
  const { only, growth, dialogues } = readGiven(args, given, usage);
  const count = Number(dialogues ?? (growth ? most : 0));
  if (!Number.isInteger(count) || count < 0 || count > most)
    throw new Usage('--dialogues takes a whole number up to 100000', usage);
  const named = readNames({ flag: '--only', given: only }, subjectNames, usage);
  return { only: named ?? subjectNames, growth, dialogues: count };
}
