import { element } from './elements.js';
import { icon, iconButton } from './icons.js';
import { words } from './words.js';

const mostRows = 5;
const rowHeight = 26;
const padding = 18;

/** The field that grows with what is written in it. Enter sends, Shift and Enter begin a new line. */
export function makeField() {
  const node = element('textarea', {
    id: 'composer',
    rows: 1,
    dir: 'auto',
    autocomplete: 'off',
    aria: { label: words.composer },
  });
  const fit = () => {
    node.style.height = 'auto';
    node.style.height = `${Math.min(node.scrollHeight, mostRows * rowHeight + padding)}px`;
    node.form?.classList.toggle('full', node.value.trim() !== '');
  };
  node.oninput = fit;
  node.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    node.form.requestSubmit();
  };
  return {
    node,
    text: () => node.value.trim(),
    write(text) {
      node.value = text;
      fit();
      node.focus();
    },
  };
}

/** Says that a message is being edited, and which. */
export function makeEditing(field) {
  let messageId = null;
  const node = element('div', { className: 'editing', hidden: true });
  const edit = (message) => {
    messageId = message?.id ?? null;
    node.hidden = messageId === null;
    field.write(message?.text ?? '');
  };
  node.append(
    icon('edit'),
    element('span', {}, words.editing),
    iconButton('close', words.cancel, () => edit(null)),
  );
  return { node, edit, messageId: () => messageId };
}
