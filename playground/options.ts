import { parseArgs } from 'node:util';
import { words } from './words.en.js';

/** What was asked of `npm run playground`. `port`: null for the usual one or any other that is free. */
export type Asked =
  { kind: 'play'; port: number | null } | { kind: 'help' } | { kind: 'fault'; fault: string };

/** `argv` without the program's own name. */
export function readOptions(argv: readonly string[]): Asked {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) return { kind: 'help' };
    if (values.port === undefined) return { kind: 'play', port: null };
    const port = Number(values.port);
    const fits = /^\d{1,5}$/.test(values.port) && port >= 1 && port <= 65_535;
    return fits ? { kind: 'play', port } : { kind: 'fault', fault: words.noPort(values.port) };
  } catch (error) {
    return { kind: 'fault', fault: error instanceof Error ? error.message : String(error) };
  }
}
