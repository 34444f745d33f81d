import type { Archive } from './archive.js';
import type { TextStore } from './text-store.js';
import { unescaped } from './escapes.js';
import { parseXml } from './xml.js';

/**
 * Copies the texts that cells share into the store, in their order, and yields after each piece of the part. Rich text
 * loses its looks; readings of far-eastern letters are left out.
 */
export async function* storeSharedTexts(
  archive: Archive,
  part: string,
  store: TextStore,
  longestText: number,
): AsyncGenerator<void> {
  let text = '';
  let isText = false;
  let isReading = false;
  yield* parseXml(
    await archive.read(part),
    {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') isReading = true;
        else if (name === 't') isText = !isReading;
      },
      text: (more) => {
        if (isText && text.length <= longestText) text += more;
      },
      close: (name) => {
        if (name === 't') isText = false;
        else if (name === 'rPh') isReading = false;
        else if (name === 'si') store.add(unescaped(text));
      },
    },
    longestText,
  );
}
