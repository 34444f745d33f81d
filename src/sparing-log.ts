import { minute } from './durations.js';
import type { Log } from './log.js';
import type { OutageLogParts } from './outage-log.js';

/**
 * For what each request may meet anew: of its kind one line a minute at most. The next one bears how many were left out
 * before it, as `unsaid`. `by`: the fields that tell one kind from another, beside the words.
 */
export function makeSparingLog(
  { log, clock }: OutageLogParts,
  by: readonly string[] = [],
): Pick<Log, 'warn' | 'error'> {
  const kinds = new Map<string, { saidAt: number; unsaid: number }>();
  const sparing =
    (level: 'warn' | 'error') =>
    (fields: object, message: string): void => {
      const told = fields as Readonly<Record<string, unknown>>;
      const kind = JSON.stringify([message, ...by.map((name) => told[name])]);
      const now = clock.now().getTime();
      const before = kinds.get(kind);
      // As far on either side: a clock may be set back.
      if (before && Math.abs(now - before.saidAt) < minute) return void (before.unsaid += 1);
      kinds.set(kind, { saidAt: now, unsaid: 0 });
      log[level](before && before.unsaid > 0 ? { ...fields, unsaid: before.unsaid } : fields, message);
    };
  return { warn: sparing('warn'), error: sparing('error') };
}
