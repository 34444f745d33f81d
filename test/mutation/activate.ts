import { inject } from 'vitest';

/**
 * Stryker switches a mutant on when the first test begins; what a test file makes while it is loaded (its keys, its
 * people) would be made without it.
 */
const given = inject as (name: string) => string | undefined;
if (given('mode') === 'mutant') {
  const { [given('globalNamespace') ?? '']: stryker } = globalThis as unknown as Record<string, Stryker>;
  if (stryker) stryker.activeMutant = given('activeMutant');
}

interface Stryker {
  activeMutant: string | undefined;
}
