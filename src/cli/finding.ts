/** What one look at the house has found. */
export interface CheckResult {
  about: string;
  /** `fault`: members are not served, or not safely; `warning`: an operator should know. */
  state: 'ok' | 'warning' | 'fault';
  found: string;
  /** What to do about it. */
  todo?: string;
}

export const ok = (about: string, found: string): CheckResult => ({ about, state: 'ok', found });

export const warning = (about: string, found: string, todo: string): CheckResult => ({
  about,
  state: 'warning',
  found,
  todo,
});

export const fault = (about: string, found: string, todo: string): CheckResult => ({
  about,
  state: 'fault',
  found,
  todo,
});

/** So many of it, as one says it: a plural ends in `s`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A line for each finding, and under it what to do. */
export function tableOf(findings: readonly CheckResult[]): string[] {
  const width = Math.max(...findings.map(({ about }) => about.length)) + 2;
  return findings.flatMap(({ about, state, found, todo }) => {
    const line = `${state.padEnd(9)}${about.padEnd(width)}${found}`;
    return todo ? [line, `${' '.repeat(9 + width)}-> ${todo}`] : [line];
  });
}
