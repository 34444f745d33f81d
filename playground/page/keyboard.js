import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon } from './icons.js';
import { words } from './words.js';

/** What stands below the field: the bot's keyboard; before the first word, or from a blocked bot, one button alone. */
export function makeKeyboard(press) {
  const node = element('div', { className: 'keyboard', role: 'group', aria: { label: words.bot } });
  const draw = onlyWhenChanged(({ rows, blocked }) => {
    const why = blocked ? [element('p', { className: 'hint' }, words.blocked)] : [];
    redraw(node, ...why, ...rows.map((row) => keyRow(row, press)));
    node.hidden = rows.length === 0;
  });
  return {
    node,
    render: ({ chat: { keyboard, blocked, messages } }) =>
      draw({ rows: rowsOf(keyboard, blocked, messages), blocked }),
  };
}

function rowsOf(keyboard, blocked, messages) {
  if (blocked) return [[{ text: words.unblock, deed: 'unblock' }]];
  if (messages.length === 0) return [[{ text: words.start, deed: 'start' }]];
  return keyboard?.rows ?? [];
}

const keyRow = (row, press) =>
  element('div', { className: 'key-row' }, ...row.map((button) => key(button, press)));

const key = (button, press) =>
  element(
    'button',
    {
      type: 'button',
      className: button.deed ? 'key first' : 'key',
      dir: 'auto',
      onclick: () => press(button),
    },
    button.contact ? icon('contact') : null,
    button.text,
  );
