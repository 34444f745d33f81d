import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rules } from './talk.js';

/** What decides how a stored dialogue replays: the dialogues, what they show and how they read what people type. */
const folders = ['.', '../src/chat', '../src/identity'];

/**
 * A hash of the dialogue's own program, its rules and the plugin that replays it, 16 hex digits. What was stored under
 * another one cannot be gone on with.
 */
export function dialogueVersion(rules: Rules): string {
  const here = fileURLToPath(import.meta.url);
  const hash = createHash('sha256').update(fingerprint(rules)).update(pluginVersion());
  for (const folder of folders) {
    const path = join(here, '..', folder);
    const files = readdirSync(path).filter((file) => extname(file) === extname(here));
    for (const file of files.sort()) hash.update(readFileSync(join(path, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

const fingerprint = ({ insuredCodePattern, codeDigits, resetsPerPeriod, firstMobile }: Rules): string =>
  JSON.stringify([String(insuredCodePattern), codeDigits, resetsPerPeriod, firstMobile]);

function pluginVersion(): string {
  const plugin = createRequire(import.meta.url)('@grammyjs/conversations/package.json') as {
    version: string;
  };
  return plugin.version;
}
