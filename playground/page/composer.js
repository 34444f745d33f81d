import { openAttachments } from './attachments.js';
import { element, icon, iconButton, onlyWhenChanged } from './elements.js';
import { chooseFrom } from './sheet.js';
import { words } from './words.fa.js';

const mostRows = 5;

/** Where the person writes: the field, the attachments, and the bot's own keyboard below them. */
export function makeComposer(stage, press) {
  let view;
  let editing = null;
  const field = element('textarea', {
    id: 'composer',
    rows: 1,
    placeholder: words.composer,
    dir: 'auto',
    autocomplete: 'off',
    aria: { label: words.composer },
  });
  const banner = element('div', { className: 'editing', hidden: true });
  const send = element(
    'button',
    { type: 'submit', className: 'send', title: words.send, aria: { label: words.send } },
    icon('send'),
  );
  const commands = iconButton('commands', words.commands, () => openCommands(view.chat.menu, stage));
  const form = element(
    'form',
    { className: 'composer' },
    iconButton('attach', words.attach, () => openAttachments(view, stage, { write, edit })),
    commands,
    field,
    send,
  );
  const keyboard = element('div', { className: 'keyboard', role: 'group', aria: { label: words.bot } });

  const fit = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, mostRows * 26 + 22)}px`;
    form.classList.toggle('full', field.value.trim() !== '');
  };
  function write(text) {
    field.value = text;
    fit();
    field.focus();
  }
  function edit(message) {
    editing = message?.id ?? null;
    banner.hidden = editing === null;
    banner.replaceChildren(
      icon('edit'),
      element('span', {}, words.editing),
      iconButton('close', words.cancel, () => edit(null)),
    );
    write(message?.text ?? '');
  }
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    if (editing === null) void stage.inChat('say', { text });
    else void stage.inChat('edit', { messageId: editing, text });
    edit(null);
  };
  field.oninput = fit;
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  };

  const drawKeyboard = onlyWhenChanged(({ keys, blocked }) => {
    form.hidden = blocked;
    keyboard.replaceChildren(
      ...(blocked ? [element('p', { className: 'hint' }, words.blocked)] : []),
      ...keyRows(keys, press),
    );
    keyboard.hidden = keys.length === 0;
  });
  return {
    nodes: [banner, form, keyboard],
    render(fresh) {
      view = fresh;
      const { keyboard: keys, blocked, messages } = view.chat;
      drawKeyboard(lowerKeys({ keys, blocked, messages }));
      commands.hidden = view.chat.menu.length === 0;
      field.placeholder = keys?.placeholder ?? words.composer;
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

/** Below the field: the bot's keyboard; before the first word, or from a blocked bot, one button alone. */
function lowerKeys({ keys, blocked, messages }) {
  if (blocked) return { keys: [[{ text: words.unblock, deed: 'unblock' }]], blocked };
  if (messages.length === 0) return { keys: [[{ text: words.start, deed: 'start' }]], blocked };
  return { keys: keys?.rows ?? [], blocked };
}

function keyRows(rows, press) {
  return rows.map((row) =>
    element(
      'div',
      { className: 'key-row' },
      ...row.map((button) =>
        element(
          'button',
          { type: 'button', className: button.deed ? 'key first' : 'key', onclick: () => press(button) },
          button.contact ? icon('contact') : null,
          button.text,
        ),
      ),
    ),
  );
}
