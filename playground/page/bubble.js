import { element } from './elements.js';
import { fileLink } from './file-link.js';
import { icon } from './icons.js';
import { clockTime } from './figures.js';
import { picture } from './picture.js';
import { words } from './words.js';

/** One message with its time, its ticks and the buttons under it. */
export function bubble(message, press, say) {
  const mine = message.from === 'person';
  return element(
    'li',
    { className: mine ? 'message mine' : 'message theirs', data: { id: message.id } },
    element('div', { className: `bubble ${message.kind}` }, content(message, say), foot(message, mine)),
    message.buttons.length > 0 ? buttons(message, press) : null,
  );
}

/** The day that the messages below it were written on. */
export const dayChip = (text) => element('li', { className: 'day-chip' }, element('span', {}, text));

function content(message, say) {
  const draw = contents[message.kind] ?? plain;
  return draw(message, say);
}

const plain = ({ text }, say) =>
  element('p', { className: 'text', dir: 'auto' }, ...withCommands(text ?? '', say));

const signed =
  (sign) =>
  ({ kind, text }, say) =>
    element(
      'div',
      { className: 'thing' },
      icon(sign),
      element('span', {}, words.odd[kind] ?? ''),
      text ? plain({ text }, say) : null,
    );

const contents = {
  text: plain,
  contact: ({ contact }) =>
    element(
      'div',
      { className: 'thing' },
      icon('contact'),
      element('span', {}, contact.name, element('b', { dir: 'ltr' }, contact.phone)),
    ),
  photo: (message, say) => withCaption(picture(message), message, say),
  sticker: signed('sticker'),
  voice: signed('voice'),
  location: signed('location'),
  poll: signed('poll'),
  document: (message, say) => withCaption(fileLink(message.file), message, say),
};

const withCaption = (thing, message, say) =>
  element('div', {}, thing, message.text ? plain(message, say) : null);

/** Commands in a text may be tapped, as in a messenger. */
function withCommands(text, say) {
  return text
    .split(/((?<=^|[\s\u2066-\u2069])\/[a-z_]+)/g)
    .map((part, at) =>
      at % 2 === 1
        ? element(
            'button',
            { type: 'button', className: 'command', dir: 'ltr', onclick: () => say(part) },
            part,
          )
        : part,
    );
}

function foot({ at, edited, seen }, mine) {
  const tick = mine
    ? element(
        'span',
        { className: 'tick', title: seen ? words.seen : words.sent },
        icon(seen ? 'twice' : 'once'),
      )
    : null;
  const time = element('time', { dateTime: new Date(at).toISOString() }, clockTime(at));
  return element('span', { className: 'foot' }, edited ? element('i', {}, words.edited) : null, time, tick);
}

function buttons({ id, buttons: rows }, press) {
  return element(
    'div',
    { className: 'inline-keys' },
    ...rows.map((row) =>
      element(
        'div',
        { className: 'key-row' },
        ...row.map((button) =>
          element(
            'button',
            { type: 'button', className: 'inline-key', dir: 'auto', onclick: () => press(button, id) },
            button.text,
            button.url ? icon('link') : null,
          ),
        ),
      ),
    ),
  );
}
