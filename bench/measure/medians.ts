import type { FigureName, Figures } from '../figures.js';

/** Of each figure of the first the median of all; null where none of them was seen. */
export function mediansOf(all: readonly Figures[]): Figures {
  const names = Object.keys(all[0] ?? {}) as FigureName[];
  return Object.fromEntries(names.map((name) => [name, median(all.map((figures) => figures[name]))]));
}

function median(values: readonly (number | null | undefined)[]): number | null {
  const sorted = values.flatMap((value) => value ?? []).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
