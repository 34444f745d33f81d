/** What came of one call: the id of the message that it sent, 0 where it sent none, or why it was not made. */
export type CallResult = number | { fault: string };

/** How far a job of several calls has come, as it is kept in its row: `57,0,!refused with 403`. */
export const writtenProgress = (made: readonly CallResult[]): string =>
  made.map((result) => (typeof result === 'number' ? String(result) : `!${result.fault}`)).join(',');

export function readProgress(progress: string | null): CallResult[] {
  if (progress === null || progress === '') return [];
  return progress.split(',').map((one) => (one.startsWith('!') ? { fault: one.slice(1) } : Number(one)));
}

/** The ids of the messages, 0 for what is none. Words come first, so they stand in the places by which they are named. */
export const messagesSent = (progress: string | null): number[] =>
  readProgress(progress).map((result) => (typeof result === 'number' ? result : 0));
