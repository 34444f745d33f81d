import type { CoverRules } from './column.js';

const day = { kept: 'cover', leftOut: 'row', repeated: null } as const;

export const coverFrom = {
  ...day,
  field: 'coverFrom',
  parse: (cell, reader) => reader.day(cell, 'first'),
} as const satisfies CoverRules;

export const coverTo = {
  ...day,
  field: 'coverTo',
  parse: (cell, reader) => reader.day(cell, 'last'),
} as const satisfies CoverRules;
