/** One line of the table. */
interface Figure {
  label: string;
  /** Places after the point. */
  digits: number;
  /** Whether it stands beside the direct bot's as so many times as much. */
  compared: boolean;
}

const figure = (label: string, digits = 0, compared = true): Figure => ({ label, digits, compared });

/** Everything that is measured, in the order in which it is printed. */
export const figures = {
  perSecond: figure('complete recoveries a second, 50 members at once', 1),
  botCpuMs: figure('CPU of the bot, ms a recovery', 1),
  databaseCpuMs: figure('CPU of the database, ms a recovery', 1),
  residentMb: figure('RSS after the crowd, MB'),
  statements: figure('SQL statements a recovery, in a crowd'),
  statementsAlone: figure('… of a member who comes alone'),
  transactions: figure('transactions a recovery, in a crowd', 1),
  statementsIdle: figure('SQL statements a second with nobody there', 1, false),
  callsFirst: figure('calls to the messenger, from /start', 1),
  callsKnown: figure('… from /reset, with the mobile on record', 1),
  words5Median: figure('update → first words at 5 messages a second, p50 ms'),
  words5Tail: figure('… p99 ms'),
  words30Median: figure('… at 30 messages a second, p50 ms'),
  words30Tail: figure('… p99 ms'),
  startSeconds: figure('start to first reply, s', 1),
  dialoguesMb: figure('memory of the open dialogues above idle, MB', 1, false),
  aloneSmall: figure('a recovery alone, 10 thousand members, p50 ms'),
  aloneMillion: figure('… 1 million members'),
  aloneFew: figure('a recovery alone, 10 thousand members, in turn with the next, p50 ms'),
  aloneTenMillion: figure('… 10 million members'),
  quietMedian: figure('a recovery at ten calls a second, p50 ms', 0, false),
  noisyMedian: figure('… while forty chats make noise', 0, false),
  expiringSeconds: figure('1 million challenges expire: all within, s', 1, false),
  expiringMedian: figure('… meanwhile update → first words, p50 ms'),
  expiringTail: figure('… p99 ms'),
  backlogFew: figure('a recovery alone, 10 thousand members, in turn with the next, p50 ms'),
  backlogAlone: figure('… 10 million members, and rows in inbox, outbox and trail'),
  othersCores: figure('cores that others took during the crowd', 1, false),
} satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;

/** What one subject came to; what cannot be seen is null, and what was not measured is not there. */
export type Figures = Partial<Record<FigureName, number | null>>;
