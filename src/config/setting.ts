import type { z } from 'zod';

/** Settings as they stand in the environment; one that is set to nothing counts as not set. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What a group of settings came to, or everything that is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: string[] };

/** Reads one group by its schema. Each fault names its setting and says what to do, and never quotes a value. */
export function readGroup<T>(schema: z.ZodType<T>, env: Env): Read<T> {
  const result = schema.safeParse(env);
  if (result.success) return { ok: true, value: result.data };
  const faults = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')} ${message}` : message,
  );
  return { ok: false, faults };
}

/** Several readings as one: all that they came to, or all that is wrong with any. */
export function together<T>(reads: readonly Read<T>[]): Read<T[]> {
  const faults = reads.flatMap((read) => (read.ok ? [] : read.faults));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: reads.flatMap((read) => (read.ok ? [read.value] : [])) };
}
