import { latin } from './figures.js';

/** The one-time code in an SMS; nothing in one without a code, and of no SMS. */
export const codeOf = (sms) => (sms ? latin(sms.text).match(/(?<!\d)\d{5}(?!\d)/)?.[0] : undefined);
