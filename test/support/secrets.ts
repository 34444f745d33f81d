import { createHash } from 'node:crypto';
import { foldDigits } from '../../src/identity/digits.js';

/** What must be found nowhere. */
export interface Secrets {
  nationalIds: readonly string[];
  /** `09…` */
  mobiles: readonly string[];
  /** Of people: the last word of each is nobody else's. */
  names: readonly string[];
  /** Five digits each; the fraction of a measured second is none. */
  codes: readonly string[];
  /** Keys and tokens, by a name to be told by. */
  texts: Readonly<Record<string, string>>;
}

/** Says what of it stands in a text, by kind: in any digits and any grouping, as base64 or hex, or as a plain digest. */
export type Search = (text: string) => string[];

export function makeSearch({ nationalIds, mobiles, names, codes, texts }: Secrets): Search {
  const tens = new Map([
    ...nationalIds.map((id): [string, string] => [id, 'a national ID']),
    ...mobiles.map((mobile): [string, string] => [mobile.slice(1), 'a mobile']),
  ]);
  const digests = new Set([...nationalIds, ...mobiles, ...names, ...codes].map(digest));
  const fives = new Set(codes);
  const lastNames = new Set(names.map((name) => name.split(' ').at(-1) ?? name));

  const plainly = (text: string): string[] => {
    const latin = foldDigits(text);
    return [
      ...Object.keys(texts).filter((name) => text.includes(texts[name] ?? '')),
      ...runs(latin).flatMap((run) => windows(run).flatMap((ten) => tens.get(ten) ?? [])),
      ...(text.match(/[\p{Script=Arabic}\u200c]{3,}/gu) ?? [])
        .filter((word) => lastNames.has(word))
        .map(() => 'a name'),
      ...(latin.match(/(?<![\p{L}\d_-]|\d\.)\d{5}(?![\p{L}\d_-])/gu) ?? [])
        .filter((five) => fives.has(five))
        .map(() => 'a code'),
      ...(text.match(/\b[0-9a-f]{64}\b/g) ?? []).filter((hash) => digests.has(hash)).map(() => 'a digest'),
    ];
  };
  return (text) => [...new Set([text, ...decoded(text)].flatMap(plainly))];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Digits as they follow one another, whatever people put between them. */
const runs = (text: string): string[] =>
  text.replace(/(?<=\d)[\s\-.()\u200b-\u200f\u2066-\u2069]+(?=\d)/g, '').match(/\d{10,}/g) ?? [];

const windows = (run: string): string[] =>
  Array.from({ length: run.length - 9 }, (_, at) => run.slice(at, at + 10));

/** What every word of it would be if it was written in base64 or in hex. */
function decoded(text: string): string[] {
  const words = text.match(/[A-Za-z0-9+/_-]{6,}={0,2}/g) ?? [];
  return words.flatMap((word) => [
    Buffer.from(word, 'base64').toString('utf8'),
    ...(/^([0-9a-f]{2})+$/i.test(word) ? [Buffer.from(word, 'hex').toString('utf8')] : []),
  ]);
}
