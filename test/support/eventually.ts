const everyMs = 25;
const usualIdleMs = 20_000;

/**
 * Looks until it is so. Throws, with what was there instead, after as many looks as an idle machine has in so many
 * milliseconds: on a busy one each look takes longer, and so does the whole wait.
 */
export async function eventually<T>(
  look: () => Promise<T> | T,
  isSo: (seen: T) => boolean,
  idleMs = usualIdleMs,
): Promise<T> {
  for (let looks = idleMs / everyMs; ; looks -= 1) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (looks <= 0) throw new Error(`still ${JSON.stringify(seen)} after the looks of ${idleMs} idle ms`);
    await pause();
  }
}

/** Looks until nothing is thrown. Throws what was thrown last, after as many looks as `eventually` has. */
export async function untilPasses(check: () => unknown, idleMs = usualIdleMs): Promise<void> {
  for (let looks = idleMs / everyMs; ; looks -= 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (looks <= 0) throw error;
    }
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, everyMs));
}
