import { element } from './elements.js';

const shownMs = 3_500;

/** Says something in passing, at the foot of the page. */
export function toast(text) {
  const place = document.querySelector('#toasts');
  if ([...place.children].some((node) => node.textContent === text)) return;
  const node = element('p', { className: 'toast' }, text);
  place.append(node);
  setTimeout(() => node.remove(), shownMs);
}
