import { openAttachments } from './attachments.js';
import { element } from './elements.js';
import { makeEditing, makeField } from './field.js';
import { icon, iconButton } from './icons.js';
import { makeKeyboard } from './keyboard.js';
import { chooseFrom } from './sheet.js';
import { words } from './words.fa.js';

/** Where the person writes: the field, the attachments, and the bot's own keyboard below them. */
export function makeComposer(stage, press) {
  let view;
  const field = makeField();
  const editing = makeEditing(field);
  const keyboard = makeKeyboard(press);
  const hand = { write: field.write, edit: editing.edit };
  const commands = iconButton('commands', words.commands, () => openCommands(view.chat.menu, stage));
  const form = element(
    'form',
    { className: 'composer' },
    iconButton('attach', words.attach, () => openAttachments(view, stage, hand)),
    commands,
    field.node,
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
    if (messageId === null) void stage.inChat('say', { text });
    else void stage.inChat('edit', { messageId, text });
    editing.edit(null);
  };
  return {
    nodes: [editing.node, form, keyboard.node],
    render(fresh) {
      view = fresh;
      const { blocked, menu, keyboard: keys } = view.chat;
      form.hidden = blocked;
      commands.hidden = menu.length === 0;
      field.node.placeholder = keys?.placeholder ?? words.composer;
      keyboard.render(view);
    },
  };
}

/** The bot's own menu; a command chosen from it is said at once. */
function openCommands(menu, stage) {
  const choices = menu.map(({ command, description }) => ({
    label: description,
    hint: `/${command}`,
    sign: 'commands',
    choose: () => stage.inChat('say', { text: `/${command}` }),
  }));
  chooseFrom(words.commands, [{ name: words.bot, choices }]);
}
