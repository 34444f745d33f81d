import fc from 'fast-check';

/** A promise about whatever is drawn. What the promise returns means nothing; it breaks by throwing. */
export function always<Drawn>(drawn: fc.Arbitrary<Drawn>, promise: (drawn: Drawn) => void): void {
  fc.assert(fc.property(drawn, (value) => void promise(value)));
}

/** Digits as the keyboards here write them. */
const rows = ['0123456789', '۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩'];

/** What comes between digits: nothing as a rule; spaces, dashes and marks that nobody sees. */
const between = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[' ', '\u00a0', '\n', '\t', '-', '‐', '‑', '–', '—', '−', 'ـ', '.', '_', '·'],
      ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u00ad', '\ufeff'],
      ...['\u202a', '\u202c', '\u2066', '\u2068', '\u2069'],
    ),
  },
);

const typedDigit = (digit: string) =>
  /\d/.test(digit) ? fc.constantFrom(...rows.map((row) => row.charAt(Number(digit)))) : fc.constant(digit);

/** The same digits as somebody may type them. */
const asTyped = (digits: string): fc.Arbitrary<string> =>
  fc
    .tuple(between, ...Array.from(digits, (digit) => fc.tuple(typedDigit(digit), between)))
    .map((parts) => parts.flat().join(''));

/** Digits that are meant, and one of the ways to type them; `written` puts them in a form first, as with a country code. */
export const typedAndMeant = (
  digits: fc.Arbitrary<string>,
  written: (meant: string) => fc.Arbitrary<string> = fc.constant,
): fc.Arbitrary<{ meant: string; typed: string }> =>
  digits.chain((meant) => fc.record({ meant: fc.constant(meant), typed: written(meant).chain(asTyped) }));

/** So many digits, from `least` to `most`. */
export const digitText = (least: number, most = least): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });

/** Anything a keyboard, a clipboard or an attacker can send, lone surrogates and NUL included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'09+-() ۰۹٠٩x\u200f\u0000🙂'), maxLength: 40 }),
);

/** Texts that have broken somebody's parser before. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u200f\u200c',
  '---',
  '\u0000',
  '\ud83d',
  '\udc00۱۲۳',
  '🙂',
  '1️⃣2️⃣3️⃣4️⃣5️⃣',
  '۱۲۳۴۵🙂',
  'پنج هزار و صد',
  'one two three four five',
  '/cancel',
  'null',
  '1e5',
  '0x12345',
  '-Infinity',
  '½²③',
  '१२३४५',
  "' OR 1=1 --",
  '{"$gt": ""}',
  '%00',
  'a'.repeat(4_096),
  '1'.repeat(4_096),
  '1 '.repeat(2_048),
  '\u200f'.repeat(4_096),
  '('.repeat(4_096),
];
