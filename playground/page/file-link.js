import { element } from './elements.js';
import { sizeOf } from './figures.js';
import { words } from './words.js';

/** A file in the chat: a press saves it on this device. */
export const fileLink = ({ name, size, address }) =>
  element(
    'a',
    { className: 'file', href: address, download: name, aria: { label: words.download(name) } },
    fileMark(name),
    element('bdi', { className: 'file-name' }, name),
    element('span', { className: 'file-size' }, sizeOf(size)),
  );

/** The ending of its name, as a sign. */
export const fileMark = (name) =>
  element(
    'span',
    { className: 'file-mark', dir: 'ltr', aria: { hidden: 'true' } },
    /\.(\w{1,4})$/.exec(name)?.[1] ?? '…',
  );
