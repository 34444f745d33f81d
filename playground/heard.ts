import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localesFolder } from '../src/app/locales.js';

/** What a sentence begins with, or an own word of it, by its key. */
const openings = new Map<string, string>();
/** A sentence of one line, whole. */
const lines = new Map<string, RegExp>();

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

for (const file of readdirSync(localesFolder()).filter((name) => name.endsWith('.fa.ftl'))) {
  const text = readFileSync(join(localesFolder(), file), 'utf8');
  for (const [, key = '', first = '', more = ''] of text.matchAll(
    /^([a-z][\w-]*) =(.*)\n((?:[ \t].*\n|\n(?=[ \t]))*)/gm,
  )) {
    if (first)
      lines.set(
        key,
        new RegExp(
          `^${first
            .trim()
            .split(/\{[^}]*\}/)
            .map(literal)
            .join('.*')}$`,
          'm',
        ),
      );
    const own = `${first}\n${more}`
      .split('\n')
      .flatMap((line) => line.split(/\{[^}]*\}?/))
      .map((part) => part.trim())
      .find((part) => part.length > 5 && !part.startsWith('['));
    if (own) openings.set(key, own);
  }
}

const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '');

/** Sentences of one line that another one begins as well: known by the whole line, whatever stands in its places. */
const wholeLines: readonly string[] = ['code-sent'];

/** Whether the bot's message has this sentence in it. Throws for a sentence that there is not. */
export function says(text: string, key: string): boolean {
  const line = lines.get(key);
  if (line && wholeLines.includes(key)) return line.test(bare(text));
  const opening = openings.get(key);
  if (opening === undefined) throw new Error(`${key} has no words of its own`);
  return bare(text)
    .split('\n')
    .some((one) => one.trim().startsWith(opening) || one.includes(opening));
}

/** The first of these sentences that stands in the message; null for none. */
export const heardOf = (text: string, keys: readonly string[]): string | null =>
  keys.find((key) => says(text, key)) ?? null;

export const referenceIn = (text: string): string | null => /\b[A-Z0-9]{8}\b/.exec(bare(text))?.[0] ?? null;

export const codeIn = (text: string): string | null => /(?<!\d)\d{5}(?!\d)/.exec(text)?.[0] ?? null;
