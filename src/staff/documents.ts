import type { Day } from '../calendar/day.js';

/** What staff may ask for as a file, by name, and what has to be known to make it: a few words, never the file itself. */
export interface DocumentOptions {
  /** The last so many days, as a picture with the first of its numbers; `inWords`: all of them, without the picture. */
  stats: { days: number; inWords?: true };
  /** Recoveries of a span of days, both inclusive. */
  recoveries: { from: Day; to: Day; format: 'csv' | 'xlsx' };
  /** Lines of the trail of a span of days, both inclusive. */
  trail: { from: Day; to: Day };
  /** An empty list of members, to be filled in. */
  template: { format: 'csv' | 'xlsx' };
  /** What was found in the rows of a list of members. `asks`: once it has come, it is asked whether the list is to be applied. */
  findings: { runId: number; reference: string; asks?: true };
}

export type DocumentKind = keyof DocumentOptions;

/** One file that somebody wants. */
export type DocumentRequest = {
  [Name in DocumentKind]: { what: Name } & DocumentOptions[Name];
}[DocumentKind];

/** Why no file came. */
export type DocumentTrouble =
  /** There is nothing to put into it. */
  | 'nothing'
  /** The messenger takes none of that size. */
  | 'too-large'
  /** It could not be made, or not be sent. */
  | 'not-sent'
  /** Who asked may not have it any more. */
  | 'not-allowed';
