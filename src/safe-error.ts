import { readdirSync } from 'node:fs';
import { parse } from 'node:path';

/** What stands beside this file; libraries have sources in a `src/` as well, and name theirs in the same way. */
const rooms = new Set(readdirSync(new URL('.', import.meta.url)).map((name) => parse(name).name));

/**
 * What went wrong, without its message: messages quote what was typed, and addresses with tokens in them.
 * Class, code and the place in our own source, as `TypeError at src/reset/open.ts:31`.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'something thrown that is no error';
  const { code } = error as { code?: unknown };
  const place = ownPlace(error.stack ?? '');
  const parts = [error.name, typeof code === 'string' ? code : '', place ? `at ${place}` : ''];
  return parts.filter(Boolean).join(' ').slice(0, 255);
}

function ownPlace(stack: string): string | undefined {
  for (const line of stack.split('\n')) {
    const [place, room] = /(?:src\/([\w-]+)|conversations|entities)[\w./-]*:\d+/.exec(line) ?? [];
    if (place && !line.includes('node_modules') && (room === undefined || rooms.has(room))) return place;
  }
  return undefined;
}
