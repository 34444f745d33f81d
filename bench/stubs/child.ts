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

/** Tells the parent without being asked. Resolves when it is on its way to it, whatever becomes of this process. */
export function tellParent(told: unknown): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send?.({ told }, () => resolve())) resolve();
  });
}

/** Where it is to listen, so that one that is started again is found where it was; 0, any free port, without a word. */
export const givenPort = (): number => Number(process.env['STUB_PORT'] ?? 0);

/** The number of the first word a child says. */
export const ready = 0;
