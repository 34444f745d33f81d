import { bubble, dayChip } from './bubble.js';
import { makeDropPlace } from './drop-place.js';
import { headOf } from './chat-head.js';
import { makeComposer } from './composer.js';
import { element, keepList, onlyWhenChanged, redraw } from './elements.js';
import { day } from './figures.js';
import { makeGuide } from './guide.js';
import { keepAtEnd } from './keep-at-end.js';
import { makePress } from './press.js';
import { alertSheet } from './sheet.js';
import { toast } from './toast.js';
import { words } from './words.js';

/** The conversation with the bot, as a messenger shows it. */
export function makeChat(stage) {
  let view;
  const press = makePress(stage, () => view);
  const say = (text) => stage.inChat('say', { text });
  const head = element('header', { className: 'chat-head' });
  const { scroller, list, empty } = makeScroller();
  const guide = makeGuide(stage);
  const composer = makeComposer(stage, press);
  const pane = document.querySelector('#chat');
  pane.append(head, guide.node, scroller, ...composer.nodes, makeDropPlace(pane, stage));

  const toEnd = keepAtEnd(scroller, list);
  const drawHead = onlyWhenChanged((shown) => redraw(head, ...headOf(shown, stage)));
  const showNotes = makeNotes();
  return {
    render(fresh) {
      const changedChat = chatOf(view) !== chatOf(fresh);
      view = fresh;
      const { bot, doing, blocked, messages, notes } = view.chat;
      drawHead({ bot, doing, blocked, messenger: view.person.messenger });
      if (changedChat) list.replaceChildren();
      const added = drawBubbles(list, messages, press, say);
      if (changedChat) added.forEach((node) => node.classList.add('old'));
      empty.hidden = messages.length > 0;
      guide.render(view);
      composer.render(view);
      if (added.length > 0) toEnd();
      showNotes(notes, changedChat);
    },
  };
}

function makeScroller() {
  const live = { live: 'polite', relevant: 'additions', label: words.chat };
  const list = element('ol', { className: 'bubbles', role: 'log', aria: live });
  const empty = element('div', { className: 'chat-empty' }, element('p', {}, words.emptyChat));
  const place = { className: 'scroller', tabIndex: 0, aria: { label: words.chat } };
  return { list, empty, scroller: element('div', place, empty, list) };
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

/** What the bot answered to a press is shown once: as a toast, or as an alert to be closed. */
function makeNotes() {
  const seen = new Set();
  return (notes, changedChat) => {
    for (const { id, text, alert } of notes) {
      if (!changedChat && !seen.has(id)) (alert ? alertSheet : toast)(text);
      seen.add(id);
    }
  };
}
