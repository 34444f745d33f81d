import { alertSheet, askFirst, chooseFrom } from './sheet.js';
import { copyText } from './copy.js';
import { bubble, dayChip } from './bubble.js';
import { makeComposer } from './composer.js';
import { element, iconButton, keepList, onlyWhenChanged } from './elements.js';
import { day, persian } from './figures.js';
import { toast } from './toast.js';
import { words } from './words.fa.js';

/** The conversation with the bot, as a messenger shows it. */
export function makeChat(stage) {
  const head = element('header', { className: 'chat-head' });
  const list = element('ol', {
    className: 'bubbles',
    role: 'log',
    aria: { live: 'polite', relevant: 'additions', label: words.chat },
  });
  const empty = element('div', { className: 'chat-empty' }, element('p', {}, words.emptyChat));
  const scroller = element(
    'div',
    { className: 'scroller', tabIndex: 0, aria: { label: words.chat } },
    empty,
    list,
  );
  const composer = makeComposer(stage, press);
  document.querySelector('#chat').append(head, scroller, ...composer.nodes);

  const stickToEnd = keepAtEnd(scroller, list);

  let view;
  const drawHead = onlyWhenChanged((shown) => head.replaceChildren(...headOf(shown, stage)));

  function press(button, messageId) {
    if (button.deed) return stage.inChat(button.deed);
    if (button.copy) return copyText(button.copy, button.text);
    if (button.url) return followLink(button.url, view, stage);
    if (!button.contact)
      return stage.inChat('press', {
        label: button.text,
        data: button.data ?? null,
        messageId: messageId ?? null,
      });
    const question = words.shareQuestion(`\u2066${persian(view.person.phone)}\u2069`);
    return askFirst({ title: words.shareTitle, question, yes: words.share }, () =>
      stage.inChat('contact', { card: 'own' }),
    );
  }

  const notesSeen = makeNotesSeen();
  return {
    render(fresh) {
      const changedChat = chatOf(view) !== chatOf(fresh);
      view = fresh;
      const { bot, typing, blocked, messages } = view.chat;
      drawHead({ bot, typing, blocked, messenger: view.person.messenger });
      if (changedChat) list.replaceChildren();
      const added = drawBubbles(list, messages, press, (text) => stage.inChat('say', { text }));
      if (changedChat) added.forEach((node) => node.classList.add('old'));
      empty.hidden = messages.length > 0;
      composer.render(view);
      if (added.length > 0) stickToEnd();
      notesSeen(view, changedChat);
    },
  };
}

const chatOf = (view) => view && `${view.person.role}/${view.person.messenger}`;

function drawBubbles(list, messages, press, say) {
  const items = messages.filter(({ deleted }) => !deleted);
  const withDays = items.flatMap((message, at) => {
    const today = day(message.at);
    const chip = at === 0 || day(items[at - 1].at) !== today ? [{ id: `day-${today}`, chip: today }] : [];
    return [...chip, message];
  });
  return keepList(list, withDays, {
    key: ({ id }) => id,
    make: (item) => (item.chip ? dayChip(item.chip) : bubble(item, press, say)),
  });
}

function headOf({ bot, typing, blocked, messenger }, stage) {
  const status = typing
    ? element('span', { className: 'typing' }, words.typing)
    : element('span', {}, `${words.bot} `, element('bdi', {}, `@${bot.username}`));
  return [
    element('img', { className: 'bot-face', src: '/icon.svg', alt: '', width: 42, height: 42 }),
    element('div', { className: 'bot-name' }, element('h2', {}, bot.name), status),
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

function followLink(url, view, stage) {
  if (url !== view.portal.url) return toast(words.linkElsewhere(url));
  stage.show({ tab: 'portal' });
  const field = document.querySelector('#portal input');
  return field?.focus();
}

/** Keeps the newest message in sight while pictures, fonts and keyboards change the height, unless somebody has scrolled up. */
function keepAtEnd(scroller, list) {
  let atEnd = true;
  const toEnd = () => {
    atEnd = true;
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('wheel', () => (atEnd = false), { passive: true });
  scroller.addEventListener('touchmove', () => (atEnd = false), { passive: true });
  scroller.addEventListener('scroll', () => {
    if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 8) atEnd = true;
  });
  const observer = new ResizeObserver(() => atEnd && toEnd());
  observer.observe(scroller);
  observer.observe(list);
  return toEnd;
}

/** What the bot answered to a press is shown once: as a toast, or as an alert to be closed. */
function makeNotesSeen() {
  const seen = new Set();
  return ({ chat: { notes } }, changedChat) => {
    for (const { id, text, alert } of notes) {
      if (!changedChat && !seen.has(id)) (alert ? alertSheet : toast)(text);
      seen.add(id);
    }
  };
}
