const firstMs = 500;
const longestMs = 15_000;

/** Each pause is twice as long as the one before, up to a quarter of a minute, until something goes well. */
export function growingPauses(): { next(): number; restart(): void } {
  let nextMs = firstMs;
  return {
    next() {
      const ms = nextMs;
      nextMs = Math.min(nextMs * 2, longestMs);
      return ms;
    },
    restart() {
      nextMs = firstMs;
    },
  };
}

/** Waits, or until it is given up. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
