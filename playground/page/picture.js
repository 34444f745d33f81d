import { element } from './elements.js';
import { icon } from './icons.js';
import { openSheet } from './sheet.js';
import { words } from './words.js';

/** A picture in the chat: a press shows it large. One that cannot be shown is only named. */
export function picture({ file, text }) {
  const image = element('img', { className: 'picture', src: file.address, alt: text || words.odd.photo });
  const button = element(
    'button',
    {
      type: 'button',
      className: 'picture-button',
      title: words.enlarge,
      aria: { label: `${words.enlarge}: ${text || words.odd.photo}` },
      onclick: () => openLarge(file, text),
    },
    image,
  );
  image.onerror = () =>
    button.replaceWith(
      element('div', { className: 'thing' }, icon('photo'), element('span', {}, words.odd.photo)),
    );
  return button;
}

function openLarge({ address, name }, text) {
  openSheet(
    words.odd.photo,
    () => [
      element('img', { className: 'large-picture', src: address, alt: text || words.odd.photo }),
      element(
        'footer',
        {},
        element('p', { className: 'large-text', dir: 'auto' }, text),
        element('a', { className: 'save', href: address, download: name }, icon('download'), words.save),
      ),
    ],
    'gallery',
  );
}
