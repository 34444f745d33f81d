import { pino } from 'pino';

type Say = (fields: object, message: string) => void;

/** One line a fact, written at once. Fields hold ids of rows, kinds and fault classes; never payloads, keys or what people typed. */
export interface Log {
  debug: Say;
  info: Say;
  warn: Say;
  error: Say;
}

/** JSON lines on standard output. The redaction is a second net: nobody is meant to log such fields. */
export function makeLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: secrets, censor: '-' } },
    pino.destination({ sync: true }),
  );
}

const names = ['token', 'code', 'nationalId', 'mobile', 'to', 'payload', 'body', 'url', 'key', 'text'];
const secrets = names.flatMap((name) => [name, `*.${name}`]);

/** Says nothing; for tests. */
export const silence: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {}
