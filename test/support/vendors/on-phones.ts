import { playedBrand } from '../../../playground/product.js';
import type { PhoneNetwork } from '../../../playground/phone/phone.js';
import { localesFolder } from '../../../src/app/locales.js';
import { loadWords } from '../../../src/words/load-words.js';
import type { Land } from './sms-vendor.js';

const brand = playedBrand;
const words = loadWords(localesFolder());

/** A vendor's messages come down on these phones, in the words of the templates that `docs/operations.md` has for it. */
export const onPhones =
  (phone: PhoneNetwork, line: string): Land =>
  ({ to, text }) =>
    void phone.submit({ to, from: line, text: filled(text.split(' | ')) });

/** Three values are a code's, two a notice's, whatever the vendor's order of those. */
function filled(values: readonly string[]): string {
  const [code = '', , messenger] = values;
  if (messenger !== undefined) return words.plain('fa', 'sms-code', { brand, code, messenger });
  const isEvent = (value: string, notice: string) => value === words.plain('fa', `sms-event-${notice}`);
  const notice = ['reset', 'wrong-codes', 'number-changed'].find((one) =>
    values.some((value) => isEvent(value, one)),
  );
  if (notice === undefined) throw new Error('a vendor has sent what no template has');
  const support = values.find((value) => !isEvent(value, notice)) ?? '';
  return words.plain('fa', `sms-notice-${notice}`, { brand, support });
}
