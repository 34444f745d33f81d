import { readdirSync, readFileSync } from 'node:fs';
import {
  FluentParser,
  Identifier,
  Junk,
  Message,
  Visitor,
  type SelectExpression,
  type StringLiteral,
  type TextElement,
  type VariableReference,
} from '@fluent/syntax';
import { locales, type Locale } from '../../src/words/words.js';

/** One sentence as its author wrote it. */
export interface Sentence {
  locale: Locale;
  key: string;
  /** The names of its blanks, in order of the alphabet. */
  blanks: string[];
  /** Runs of its own text, between the blanks. */
  texts: string[];
  /** Text that it puts into blanks itself, such as an example to copy. */
  examples: string[];
  /** The names that each of its choices tells apart. */
  choices: string[][];
}

export interface LocaleFiles {
  sentences: Sentence[];
  /** What is no Fluent at all; the loader would pass over it in silence. */
  unreadable: string[];
}

/** Everything in `locales/`, taken apart. */
export function readLocaleFiles(folder: URL): LocaleFiles {
  const found: LocaleFiles = { sentences: [], unreadable: [] };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    const locale = locales.find((one) => file.endsWith(`.${one}.ftl`));
    if (!locale) throw new Error(`${file} is in no known language`);
    const text = readFileSync(new URL(file, folder), 'utf8');
    for (const entry of new FluentParser({ withSpans: false }).parse(text).body) {
      if (entry instanceof Junk) found.unreadable.push(`${file}: ${entry.content.trim()}`);
      if (entry instanceof Message) found.sentences.push(takenApart(locale, entry));
    }
  }
  return found;
}

function takenApart(locale: Locale, message: Message): Sentence {
  const parts = new Parts();
  if (message.value) parts.visit(message.value);
  const { blanks, ...rest } = parts;
  return { locale, key: message.id.name, blanks: [...blanks].sort(), ...rest };
}

class Parts extends Visitor {
  readonly blanks = new Set<string>();
  readonly texts: string[] = [];
  readonly examples: string[] = [];
  readonly choices: string[][] = [];

  override visitVariableReference({ id }: VariableReference): void {
    this.blanks.add(id.name);
  }

  override visitSelectExpression(choice: SelectExpression): void {
    this.choices.push(choice.variants.flatMap(({ key }) => (key instanceof Identifier ? [key.name] : [])));
    this.genericVisit(choice);
  }

  override visitTextElement({ value }: TextElement): void {
    this.texts.push(value);
  }

  override visitStringLiteral({ value }: StringLiteral): void {
    this.examples.push(value);
  }
}
