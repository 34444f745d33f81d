/** The text of a formula that is nothing but a text in quotes, as `="0012"`: its value depends on nobody who opens the file. Undefined for any other. */
export function constantOf(formula: string): string | undefined {
  return /^\s*=?\s*"((?:[^"]|"")*)"\s*$/.exec(formula)?.[1]?.replaceAll('""', '"');
}
