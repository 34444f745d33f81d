import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownersFile } from '../owner-only.js';

/** Opens an empty file in this folder that has no name any more, so that nothing of it outlives the process; returns its descriptor. */
export function openNameless(folder: string): number {
  const own = mkdtempSync(join(folder, 'ramzyar-'));
  try {
    return openSync(join(own, 'nameless'), 'wx+', ownersFile);
  } finally {
    rmSync(own, { recursive: true });
  }
}
