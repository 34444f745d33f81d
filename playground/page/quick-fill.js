import { codeOf } from './code-of.js';
import { element, onlyWhenChanged, redraw } from './elements.js';
import { words } from './words.js';

/** What a member has at hand, on the card and in the newest SMS: a press writes it into the field. */
export function makeQuickFill(field) {
  const node = element('div', { className: 'quick-fill', role: 'group', aria: { label: words.quickFill } });
  const draw = onlyWhenChanged((things) => {
    redraw(node, ...things.map(([label, value]) => chip(label, value, field)));
    node.hidden = things.length === 0;
  });
  return { node, render: (view) => draw(atHand(view)) };
}

function atHand({ person: { card }, phone, chat }) {
  if (!card || chat.blocked || chat.messages.length === 0) return [];
  const code = codeOf(phone.messages.at(-1));
  return [
    [words.insuredCode, card.insuredCode],
    [words.nationalId, card.nationalId],
    [words.mobile, card.phone],
    ...(code ? [[words.smsCode, code]] : []),
  ];
}

const chip = (label, value, field) =>
  element(
    'button',
    {
      type: 'button',
      className: label === words.smsCode ? 'chip newest' : 'chip',
      title: value,
      onclick: () => field.write(value),
    },
    label,
  );
