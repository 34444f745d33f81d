const start = performance.now();

/** What is being done now, for whoever sits before it; the figures come at the end. */
export function say(what: string): void {
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.error(
    `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}  ${what}`,
  );
}
