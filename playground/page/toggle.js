import { element } from './elements.js';
import { words } from './words.js';

/** A switch of something that is connected or not; the word beside it says which. */
export function toggle(label, on, onchange) {
  const box = element('input', {
    type: 'checkbox',
    role: 'switch',
    checked: on,
    aria: { label },
    onchange: () => onchange(box.checked),
  });
  return element(
    'label',
    { className: 'toggle' },
    element('span', {}, label),
    element('b', { aria: { hidden: 'true' } }, on ? words.connected : words.disconnected),
    box,
  );
}
