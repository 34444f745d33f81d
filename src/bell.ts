/** Wakes whoever waits for work, so that nobody has to look for it all the time. */
export interface Bell {
  ring: () => void;
  /** Until the next ring, one that nobody heard, or so many milliseconds. */
  heard(withinMs: number): Promise<void>;
}

export function makeBell(): Bell {
  let waiting: (() => void)[] = [];
  let unheard = false;
  return {
    ring() {
      unheard = waiting.length === 0;
      for (const wake of waiting.splice(0)) wake();
    },
    heard(withinMs) {
      if (unheard) {
        unheard = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const timer = setTimeout(wake, withinMs);
        function wake(): void {
          clearTimeout(timer);
          waiting = waiting.filter((other) => other !== wake);
          resolve();
        }
        waiting.push(wake);
      });
    },
  };
}
