/** Wakes whoever waits for something to happen to somebody. */
export interface Wakes {
  ring(name: string): void;
  /** Resolves when one of these rings, or after so many milliseconds. */
  wait(names: readonly string[], ms: number): Promise<void>;
}

export function makeWakes(): Wakes {
  const sleepers = new Map<string, Set<() => void>>();
  return {
    ring: (name) => [...(sleepers.get(name) ?? [])].forEach((wake) => wake()),
    wait: (names, ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          for (const name of names) {
            const all = sleepers.get(name);
            all?.delete(wake);
            if (all?.size === 0) sleepers.delete(name);
          }
          resolve();
        };
        const timer = setTimeout(wake, ms);
        for (const name of names) sleepers.set(name, (sleepers.get(name) ?? new Set()).add(wake));
      }),
  };
}
