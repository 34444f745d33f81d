import type { CoverRules } from './column.js';

const day = {
  kept: 'cover',
  parse: (cell, reader) => reader.day(cell),
  leftOut: 'row',
  repeated: null,
} as const satisfies Omit<CoverRules, 'field'>;

export const coverFrom = { ...day, field: 'coverFrom' } as const satisfies CoverRules;
export const coverTo = { ...day, field: 'coverTo' } as const satisfies CoverRules;
