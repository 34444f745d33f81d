import { element } from './elements.js';
import { iconButton } from './icons.js';
import { chooseFrom } from './sheet.js';
import { words } from './words.js';

/** The head of a chat: the bot, what it is doing, the messenger to choose, and the menu. */
export function headOf({ bot, doing, blocked, messenger }, stage) {
  const status = doing
    ? element('span', { className: 'doing', role: 'status' }, words.doings[doing] ?? words.doings.typing)
    : element('span', { className: 'handle', dir: 'ltr' }, `@${bot.username}`);
  return [
    element('img', { className: 'bot-face', src: '/icon.svg', alt: '', width: 42, height: 42 }),
    element('div', { className: 'bot-name' }, element('h2', {}, bot.firstName), status),
    element(
      'div',
      { className: 'switch', role: 'group', aria: { label: words.messenger } },
      ...Object.entries(words.messengers).map(([name, label]) =>
        element(
          'button',
          {
            type: 'button',
            aria: { pressed: String(name === messenger) },
            onclick: () => stage.show({ messenger: name }),
          },
          label,
        ),
      ),
    ),
    iconButton('menu', words.chatMenu, () => openMenu(blocked, stage)),
  ];
}

function openMenu(blocked, stage) {
  chooseFrom(words.chatMenu, [
    {
      name: words.chat,
      choices: [
        { label: words.startAgain, sign: 'restart', choose: () => stage.inChat('start') },
        blocked
          ? { label: words.unblock, sign: 'chat', choose: () => stage.inChat('unblock') }
          : { label: words.block, sign: 'block', choose: () => stage.inChat('block') },
      ],
    },
  ]);
}
