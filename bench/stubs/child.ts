/** What a stub does for whoever started it, by name; each takes one plain value and gives one back. */
export type Services = Record<string, (asked: never) => unknown>;

interface Asked {
  id: number;
  name: string;
  value: unknown;
}

/** In a process of its own: serves the parent, and does not outlive it. */
export function serveParent(services: Services): void {
  process.on('message', ({ id, name, value }: Asked) => {
    const service = services[name] as (asked: unknown) => unknown;
    Promise.resolve()
      .then(() => service(value))
      .then(
        (given) => process.send?.({ id, given }),
        (error: Error) => process.send?.({ id, error: error.message }),
      );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ id: ready, given: null });
}

/** Tells the parent without being asked. */
export function tellParent(told: unknown): void {
  process.send?.({ told });
}

/** The number of the first word a child says. */
export const ready = 0;
