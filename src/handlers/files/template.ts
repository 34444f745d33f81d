import { templateFile } from '../../import/template.js';
import type { DocumentOptions } from '../../staff/documents.js';
import { mimes } from '../../tables/write/mimes.js';
import type { Words } from '../../words/words.js';
import type { FileMaker } from './maker.js';

/** An empty list of members, with the names of its columns. */
export const makeTemplateFile = ({ words }: { words: Words }): FileMaker<DocumentOptions['template']> => ({
  least: 'supervisor',
  make: async ({ format }, locale) => ({
    as: 'document',
    name: `members.${format}`,
    mime: mimes[format],
    caption: words.say(locale, 'file-template-caption'),
    content: templateFile(format, words, locale),
  }),
});
