/**
 * One after the other, and one for all who come while another runs: whoever asks gets one that begins after the asking.
 * Rejects for all whom it was for.
 */
export function sharedSync(sync: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      const mine = sync();
      running = mine.catch(() => undefined);
      return mine;
    });
    return next;
  };
}
