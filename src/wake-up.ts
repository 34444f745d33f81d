/** Wakes one of those who wait for work, so that nobody has to look for it all the time. */
export interface WakeUp {
  notify: () => void;
  /** Until the next signal that is for us, one that nobody heard, or so many milliseconds where there is such a bound. */
  wait(withinMs?: number): Promise<void>;
}

export function makeWakeUp(): WakeUp {
  let waiting: (() => void)[] = [];
  let unheard = false;
  return {
    notify() {
      const [next] = waiting;
      unheard = !next;
      next?.();
    },
    wait(withinMs) {
      if (unheard) {
        unheard = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const timer = withinMs === undefined ? undefined : setTimeout(wake, withinMs);
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
