import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThere } from '../support/documents.js';
import areas from './areas.json' with { type: 'json' };

/** `src/keys/*.ts` stands for what is in its folder. */
const place = (pattern: string): string => {
  const path = pattern.replace(/^!/, '');
  return /[*(]/.test(path) ? dirname(path) : path;
};

describe('npm run mutation', () => {
  it.each(Object.entries(areas))('tries what is there in %s, against tests that are there', (_, area) => {
    const places = [...area.mutate, ...area.tests].map(place);
    expect(places.filter((path) => !isThere(path))).toEqual([]);
  });
});
