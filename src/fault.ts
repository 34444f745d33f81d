/**
 * What went wrong, without its message: messages quote what was typed, and addresses with tokens in them.
 * Class, code and the place in our own source, as `TypeError at src/reset/open.ts:31`.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something thrown that is no error';
  const { code } = error as { code?: unknown };
  const place = /((?:src|conversations|entities)\/[\w./-]+:\d+)/.exec(error.stack ?? '')?.[1];
  const parts = [error.name, typeof code === 'string' ? code : '', place ? `at ${place}` : ''];
  return parts.filter(Boolean).join(' ').slice(0, 255);
}
