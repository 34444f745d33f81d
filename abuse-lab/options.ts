import { parseArgs } from 'node:util';

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

/** Throws a `Usage` when something is asked for that there is not. */
export function readOptions(args: readonly string[], rows: readonly string[]): Options {
  const { seed, only, 'sms-price': price } = parsed(args);
  const smsPrice = Number(price);
  if (!/^\d{1,7}$/.test(price)) throw new Usage('--sms-price takes a whole number of rials');
  const named = only?.split(',') ?? null;
  const unknown = named?.find((row) => !rows.includes(row));
  if (unknown !== undefined) throw new Usage(`--only knows ${rows.join(', ')}, and not ${unknown}`);
  return { seed, smsPrice, only: named };
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      seed: { type: 'string', default: '1' },
      'sms-price': { type: 'string', default: '1150' },
      only: { type: 'string' },
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
