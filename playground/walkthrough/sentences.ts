import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { localesFolder } from '../../src/app/locales.js';

/** Knows the product's Persian sentences again on a screen, whatever their blanks are filled with. */
export interface Sentences {
  /** Whether a message is made of just these sentences, in this order. */
  make(keys: readonly string[], message: string): boolean;
  /** One sentence as it is written, an ellipsis for each blank. */
  written(key: string): string;
}

const anything = '[^]*?';

/** Throws on keys that no sentence has. */
export function readSentences(): Sentences {
  const bundle = persianBundle();
  const fixedParts = (key: string): string[] => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`no sentence is called ${key}`);
    return [pattern].flat().map((part) => (typeof part === 'string' ? part : ''));
  };
  const likeness = (key: string): string =>
    fixedParts(key)
      .map((part) => (part === '' ? anything : literally(part)))
      .join('');
  return {
    make: (keys, message) => new RegExp(`^${keys.map(likeness).join('\\s+')}$`).test(bare(message)),
    written: (key) =>
      fixedParts(key)
        .map((part) => part || '…')
        .join(''),
  };
}

const literally = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

function persianBundle(): FluentBundle {
  const bundle = new FluentBundle('fa');
  const folder = localesFolder();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.fa.ftl'))) {
    bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')));
  }
  return bundle;
}

/** Without the invisible marks that isolate blanks and commands: a terminal may show them as boxes. */
export const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
