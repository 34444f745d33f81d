import type { AlertFacts, Cause } from './causes.js';

/** Something has happened that somebody of staff ought to look at. */
export interface AlertEvent {
  kind: 'staff-alert';
  cause: Cause;
  about: string;
  facts: AlertFacts;
}
