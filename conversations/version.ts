import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What decides how a stored dialogue replays: the dialogues, and how they read what people type. */
const folders = ['.', '../src/identity'];

/** A hash of the dialogue's own program, 16 hex digits: what another program has stored cannot be gone on with. */
export function dialogueVersion(): string {
  const here = fileURLToPath(import.meta.url);
  const hash = createHash('sha256');
  for (const folder of folders) {
    const path = join(here, '..', folder);
    const files = readdirSync(path).filter((file) => extname(file) === extname(here));
    for (const file of files.sort())
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(path, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
