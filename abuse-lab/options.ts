import { readFlags, readNames, Usage } from '../playground/flags.js';

/** What was asked of the lab. */
export interface Options {
  /** All chance in the product and around it follows from it. */
  seed: string;
  /** What one text message costs the insurer, in rials. */
  smsPrice: number;
  /** Rows that are played; null for all. */
  only: readonly string[] | null;
}

const usage = `npm run abuse-lab [-- [--seed TEXT] [--sms-price RIALS] [--only ROW,…]]

  --seed TEXT        all chance follows from it; "1" without it
  --sms-price RIALS  what one text message costs; 1150 without it
  --only ROW,…       play these rows alone, as B3,C1

The database is the embedded one with one process of the product, or, where DATABASE_URL
is a mysql:// address, a database of its own on that server, made and dropped for each
attack, with two processes of the product.`;

const flags = {
  seed: { type: 'string', default: '1' },
  'sms-price': { type: 'string', default: '1150' },
  only: { type: 'string' },
} as const;

/** Throws a `Usage` when something is asked for that there is not. */
export function readOptions(args: readonly string[], rows: readonly string[]): Options {
  const { seed, only, 'sms-price': price } = readFlags(args, flags, usage);
  if (!/^\d{1,7}$/.test(price)) throw new Usage('--sms-price takes a whole number of rials', usage);
  return { seed, smsPrice: Number(price), only: readNames({ flag: '--only', given: only }, rows, usage) };
}
