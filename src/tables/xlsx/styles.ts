import type { Archive } from './archive.js';
import { digitFormatOf, type DigitFormat } from './digit-format.js';
import { readWhole } from './xml.js';

/** How whole numbers of a style are shown; undefined where as they are. */
export type DigitFormats = (style: number) => DigitFormat | undefined;

/** The built-in formats that say something of the digits of whole numbers; files name them by these numbers only. */
const builtIn: readonly [id: string, code: string][] = [
  ['11', '0.00E+00'],
  ['48', '##0.0E+0'],
];

/** Reads which cells' numbers are shown with zeros in front, or in short form. */
export async function readDigitFormats(
  archive: Archive,
  part: string,
  longestText: number,
): Promise<DigitFormats> {
  const formats = new Map<string, DigitFormat>();
  const learn = (id: string, code: string): void => {
    const format = digitFormatOf(code);
    if (format) formats.set(id, format);
  };
  for (const [id, code] of builtIn) learn(id, code);
  const ofStyles: (DigitFormat | undefined)[] = [];
  let isInCells = false;
  await readWhole(
    archive,
    part,
    {
      open: (name, attributes) => {
        if (name === 'numFmt') learn(attributes.numFmtId ?? '', attributes.formatCode ?? '');
        else if (name === 'cellXfs') isInCells = true;
        else if (name === 'xf' && isInCells) ofStyles.push(formats.get(attributes.numFmtId ?? ''));
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false;
      },
    },
    longestText,
  );
  return (style) => ofStyles[style];
}
