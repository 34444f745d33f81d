import { openAttachments } from './attachments.js';
import { makeCommandMenu } from './command-menu.js';
import { element } from './elements.js';
import { makeEditing, makeField } from './field.js';
import { makeFilePicker } from './file-picker.js';
import { icon, iconButton } from './icons.js';
import { makeKeyboard } from './keyboard.js';
import { makeQuickFill } from './quick-fill.js';
import { words } from './words.js';

/** Where the person writes: the field, the attachments, the menu of commands, and the bot's own keyboard below them. */
export function makeComposer(stage, press) {
  let view;
  const say = (text) => stage.inChat('say', { text });
  const field = makeField();
  const editing = makeEditing(field);
  const keyboard = makeKeyboard(press);
  const picker = makeFilePicker(stage);
  const menu = makeCommandMenu({ say, field });
  const quickFill = makeQuickFill(field);
  const hand = { edit: editing.edit, pick: picker.open };
  const form = element(
    'form',
    { className: 'composer' },
    iconButton('attach', words.attach, () => openAttachments(view, stage, hand)),
    menu.button,
    field.node,
    picker.node,
    element(
      'button',
      { type: 'submit', className: 'send', title: words.send, aria: { label: words.send } },
      icon('send'),
    ),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const [text, messageId] = [field.text(), editing.messageId()];
    if (!text) return;
    if (messageId === null) void say(text);
    else void stage.inChat('edit', { messageId, text });
    editing.edit(null);
    menu.close();
  };
  return {
    nodes: [menu.list, editing.node, quickFill.node, form, keyboard.node],
    render(fresh) {
      view = fresh;
      const { blocked, menu: commands, keyboard: keys } = view.chat;
      form.hidden = blocked;
      menu.render(commands);
      quickFill.render(view);
      field.node.placeholder = keys?.placeholder ?? words.composer;
      keyboard.render(view);
    },
  };
}
