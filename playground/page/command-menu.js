import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon, iconButton } from './icons.js';
import { words } from './words.js';

/**
 * The bot's menu of commands, as Telegram shows it: by its button all of them, while a command is being written those
 * that begin so. A press says the command, the arrow beside it only writes it, for those that want more.
 */
export function makeCommandMenu({ say, field }) {
  let menu = [];
  let opened = false;
  /** What was being written when the person put the menu away. */
  let unwanted = null;
  const list = element('ul', {
    id: 'command-menu',
    className: 'command-menu',
    hidden: true,
    aria: { label: words.commands },
  });
  const button = element(
    'button',
    {
      type: 'button',
      className: 'menu-button',
      aria: { label: words.commands, controls: 'command-menu', expanded: 'false' },
      onclick: () => show(!opened),
    },
    icon('commands'),
    element('span', {}, words.menu),
  );
  const draw = onlyWhenChanged((shown) => redraw(list, ...shown.map((one) => row(one, { choose, write }))));
  const choose = (command) => (show(false), field.write(''), say(`/${command}`));
  const write = (command) => (show(false), field.write(`/${command} `));

  function show(open) {
    opened = open;
    refresh();
    if (open) list.querySelector('button')?.focus();
  }
  /** Those that begin with what stands in the field. */
  function begun() {
    const { value } = field.node;
    const [, beginning] = /^\/(\w*)$/.exec(value) ?? [];
    return beginning === undefined || value === unwanted
      ? []
      : menu.filter(({ command }) => command.startsWith(beginning));
  }
  function putAway() {
    unwanted = field.node.value;
    show(false);
  }
  function refresh() {
    const shown = opened ? menu : begun();
    draw(shown);
    list.hidden = shown.length === 0;
    button.hidden = menu.length === 0;
    button.setAttribute('aria-expanded', String(!list.hidden));
  }

  field.node.addEventListener('input', () => show(false));
  field.node.addEventListener('keydown', (event) => {
    const [first] = begun();
    if (event.key === 'Tab' && !event.shiftKey && first && field.node.value !== `/${first.command}`) {
      event.preventDefault();
      write(first.command);
    }
    if (event.key === 'Escape') putAway();
    if (event.key === 'ArrowUp' && !list.hidden) {
      event.preventDefault();
      list.querySelector('li:last-child button')?.focus();
    }
  });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') (putAway(), field.node.focus());
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = [...list.querySelectorAll('.menu-row')];
    const at = rows.findIndex((one) => one.parentElement.contains(document.activeElement));
    (rows[at + step] ?? field.node).focus();
  });
  return {
    button,
    list,
    close: () => show(false),
    render(fresh) {
      menu = fresh;
      refresh();
    },
  };
}

const row = ({ command, description }, { choose, write }) =>
  element(
    'li',
    {},
    element(
      'button',
      { type: 'button', className: 'menu-row', onclick: () => choose(command) },
      element('b', { dir: 'ltr' }, `/${command}`),
      element('span', {}, description),
    ),
    iconButton('write', words.writeCommand(command), () => write(command)),
  );
