import { copyText } from './copy.js';
import { element, onlyWhenChanged, redraw } from './elements.js';
import { fileMark } from './file-link.js';
import { clockTime } from './figures.js';
import { icon, iconButton } from './icons.js';
import { badge, face } from './people.js';
import { sendSample } from './samples.js';
import { nameOf, words } from './words.js';

/** What lies in front of staff: the others' chats, lists to be sent, and whom they may be asked about. */
export function makeDesk(stage) {
  const chats = element('ul', { className: 'desk-list' });
  const samples = element('ul', { className: 'desk-list' });
  const members = element('ul', { className: 'desk-list' });
  document
    .querySelector('#desk')
    .append(
      element('h2', { className: 'pane-title' }, words.desk),
      element(
        'div',
        { className: 'desk-top', tabIndex: 0, role: 'region', aria: { label: words.desk } },
        drawer(words.colleagueChats, words.colleagueChatsHint, chats),
        drawer(words.sampleLists, words.sampleListsHint, samples),
        drawer(words.members, words.askedAbout, members),
      ),
    );

  const drawChats = onlyWhenChanged((rows) => redraw(chats, ...rows.map((row) => chatRow(row, stage))));
  const drawSamples = onlyWhenChanged((names) =>
    redraw(samples, ...names.map((name) => sampleRow(name, stage))),
  );
  const drawMembers = onlyWhenChanged((cast) => redraw(members, ...cast.map((one) => memberRow(one, stage))));
  return {
    render(view) {
      if (view.person.card) return;
      drawChats(chatsOfOthers(view, stage.unread));
      drawSamples(view.samples);
      drawMembers(
        view.cast.map((one) => ({ role: one.role, name: nameOf(one), insuredCode: one.insuredCode })),
      );
    },
  };
}

const drawer = (title, hint, list) =>
  element('section', {}, element('h3', {}, title), element('p', { className: 'hint' }, hint), list);

/** Every chat of staff but the open one; what nobody has written in yet is left out. */
const chatsOfOthers = ({ staff, person }, unread) =>
  staff
    .flatMap(({ role, chats, ...one }) =>
      Object.entries(chats).map(([messenger, { last }]) => {
        return { role, name: nameOf(one), messenger, last, fresh: unread.inChat(role, messenger) };
      }),
    )
    .filter(({ role, messenger, last }) => last && !(role === person.role && messenger === person.messenger))
    .sort((one, other) => other.last.at - one.last.at);

function chatRow({ role, name, messenger, last, fresh }, stage) {
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        className: fresh > 0 ? 'desk-row fresh' : 'desk-row',
        data: { role, messenger },
        onclick: () => stage.show({ role, messenger, tab: 'chat' }),
      },
      face(role, name),
      element(
        'span',
        { className: 'row-head' },
        element('b', {}, name),
        element('small', {}, words.messengers[messenger]),
        element('time', { dateTime: new Date(last.at).toISOString() }, clockTime(last.at)),
      ),
      element('span', { className: 'row-text', dir: 'auto' }, firstLine(last.text)),
      last.asks ? element('span', { className: 'asks' }, words.asks) : null,
      badge(fresh),
    ),
  );
}

/** Lines of a message may run in different directions: one of them stands for all. */
const firstLine = (text) => text.trim().split('\n', 1)[0];

function sampleRow(name, stage) {
  return element(
    'li',
    { className: 'desk-row' },
    fileMark(name),
    element('span', { className: 'row-head' }, element('b', { dir: 'ltr' }, name)),
    element('span', { className: 'row-text' }, words.samples[name]),
    element(
      'span',
      { className: 'row-deeds' },
      element(
        'button',
        { type: 'button', className: 'main', onclick: () => sendSample(name, stage) },
        words.sendSample,
      ),
      element(
        'a',
        {
          className: 'icon-button',
          href: `/samples/${name}`,
          title: words.download(name),
          aria: { label: words.download(name) },
        },
        icon('download'),
      ),
    ),
  );
}

function memberRow({ role, name, insuredCode }, stage) {
  return element(
    'li',
    { className: 'desk-row' },
    face(role, name),
    element('span', { className: 'row-head' }, element('b', {}, name)),
    element(
      'button',
      {
        type: 'button',
        className: 'row-code',
        title: words.copy(words.insuredCode),
        onclick: () => copyText(insuredCode, words.insuredCode),
      },
      words.insuredCode,
      element('b', { dir: 'ltr' }, insuredCode),
      icon('copy'),
    ),
    iconButton('file', words.memberFile(name), () => {
      stage.show({ tab: 'chat' });
      return stage.inChat('say', { text: `/member ${insuredCode}` });
    }),
  );
}
