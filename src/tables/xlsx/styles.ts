import type { Archive } from './archive.js';
import { digitFormatOf, type DigitFormat } from './digit-format.js';
import { readWhole } from './xml.js';

/** How whole numbers of a style are shown; undefined where as they are. */
export type DigitFormats = (style: number) => DigitFormat | undefined;

/** Reads which cells' numbers are shown with zeros in front. The built-in formats are none of them. */
export async function readDigitFormats(
  archive: Archive,
  part: string,
  longestText: number,
): Promise<DigitFormats> {
  const formats = new Map<string, DigitFormat>();
  const ofStyles: (DigitFormat | undefined)[] = [];
  let isInCells = false;
  await readWhole(
    archive,
    part,
    {
      open: (name, attributes) => {
        if (name === 'numFmt') {
          const format = digitFormatOf(attributes.formatCode ?? '');
          if (format) formats.set(attributes.numFmtId ?? '', format);
        } else if (name === 'cellXfs') isInCells = true;
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
