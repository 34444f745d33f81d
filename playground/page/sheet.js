import { element } from './elements.js';
import { icon, iconButton } from './icons.js';
import { words } from './words.js';

/** A sheet over the page, closed by Escape, by a tap beside it, or by `close` handed to its content. `kind`: a further class. */
export function openSheet(title, makeContent, kind = '') {
  const dialog = element('dialog', { className: `sheet ${kind}`.trim(), aria: { label: title } });
  const close = () => dialog.close();
  dialog.append(
    element('header', {}, element('h2', {}, title), iconButton('close', words.close, close)),
    ...[makeContent(close)].flat(),
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', ({ target }) => target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Asks once more before `deed` is done, as messengers do before they hand out a number. */
export function askFirst({ title, question, yes }, deed) {
  openSheet(title, (close) => [
    element('p', { className: 'sheet-question' }, question),
    element(
      'footer',
      {},
      element('button', { type: 'button', className: 'plain', onclick: close }, words.cancel),
      element(
        'button',
        { type: 'button', className: 'main', autofocus: true, onclick: () => (close(), deed()) },
        yes,
      ),
    ),
  ]);
}

/** Shows a sentence that has to be read and closed: an alert of a bot. */
export function alertSheet(text) {
  openSheet(words.botName, (close) => [
    element('p', { className: 'sheet-question' }, text),
    element(
      'footer',
      {},
      element(
        'button',
        { type: 'button', className: 'main', autofocus: true, onclick: close },
        words.confirm,
      ),
    ),
  ]);
}

/** A sheet of things to choose from, in groups. */
export function chooseFrom(title, groups) {
  openSheet(title, (close) =>
    groups.map(({ name, choices }) =>
      element(
        'div',
        { className: 'choices', role: 'group', aria: { label: name } },
        element('h3', {}, name),
        ...choices.map(({ label, hint, sign, choose }) =>
          element(
            'button',
            { type: 'button', onclick: () => (close(), choose()) },
            icon(sign),
            element('span', {}, label, hint ? element('small', { dir: 'auto' }, hint) : null),
          ),
        ),
      ),
    ),
  );
}
