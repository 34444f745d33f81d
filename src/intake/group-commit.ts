/** As many as a messenger gives at one poll. */
const most = 100;

/**
 * Stores what is brought one by one together with what else is brought while a store is running. Resolves when it is
 * stored; throws when the store that it was in has failed.
 */
export function groupCommit<T>(store: (group: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: { one: T; stored: () => void; failed: (error: unknown) => void }[] = [];
  let storing = false;

  const storeAll = async (): Promise<void> => {
    storing = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await store(group.map(({ one }) => one)).then(
        () => group.forEach(({ stored }) => stored()),
        (error: unknown) => group.forEach(({ failed }) => failed(error)),
      );
    }
    storing = false;
  };
  return (one) =>
    new Promise((stored, failed) => {
      waiting.push({ one, stored, failed });
      if (!storing) void storeAll();
    });
}
