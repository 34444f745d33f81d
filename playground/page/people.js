import { copyText } from './copy.js';
import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon } from './icons.js';
import { persian } from './figures.js';
import { words } from './words.fa.js';

/** The cast, one to be chosen, and the insurance card of whoever is. */
export function makePeople(stage) {
  const list = element('ul', { className: 'cast' });
  const card = element('section', { className: 'card', aria: { label: words.card } });
  document
    .querySelector('#people')
    .append(
      element('h2', {}, words.people),
      element('p', { className: 'hint' }, words.peopleHint),
      list,
      card,
    );

  const read = new Map();
  const drawList = onlyWhenChanged(({ cast, chosen }) => {
    redraw(list, ...cast.map((one) => element('li', {}, castButton(one, one.role === chosen, stage))));
  });
  const drawCard = onlyWhenChanged((person) => redraw(card, ...insuranceCard(person)));

  return {
    render(view, { role }) {
      const open = `${role}/${view.person.messenger}`;
      const heard = (one) =>
        Object.entries(one.heard).map(([messenger, count]) => [`${one.role}/${messenger}`, count]);
      for (const [chat, count] of view.cast.flatMap(heard))
        if (chat === open || !read.has(chat)) read.set(chat, count);
      const cast = view.cast.map((one) => ({
        role: one.role,
        name: one.name,
        fresh: heard(one).reduce((sum, [chat, count]) => sum + Math.max(0, count - read.get(chat)), 0),
      }));
      drawList({ cast, chosen: role });
      drawCard(view.person);
    },
  };
}

function castButton({ role, name, fresh }, chosen, stage) {
  return element(
    'button',
    {
      type: 'button',
      className: 'person',
      aria: chosen ? { current: 'true' } : {},
      data: { role },
      onclick: () => stage.show({ role, tab: 'chat' }),
    },
    face(role, name),
    element('span', { className: 'person-name' }, name),
    element('span', { className: 'person-story' }, words.stories[role]),
    fresh > 0
      ? element('i', { className: 'badge', aria: { label: words.unread(persian(fresh)) } }, persian(fresh))
      : null,
  );
}

/** A round picture: the first letter of a name on a colour of its own. */
export function face(role, name) {
  return element('span', { className: 'face', data: { face: role }, aria: { hidden: 'true' } }, name[0]);
}

function insuranceCard({ name, insuredCode, nationalId, phone, forgotten }) {
  const row = (label, value) =>
    element(
      'button',
      {
        type: 'button',
        className: 'card-row',
        title: words.copy(label),
        onclick: () => copyText(value, label),
      },
      element('span', {}, label),
      element('b', { dir: 'ltr' }, value),
      icon('copy'),
    );
  return [
    element('p', { className: 'card-title' }, words.cardBrand),
    element('p', { className: 'card-name' }, name),
    row(words.insuredCode, insuredCode),
    row(words.nationalId, nationalId),
    row(words.mobile, phone),
    forgotten
      ? element(
          'p',
          { className: 'card-note' },
          `${words.password}: `,
          element('bdi', {}, forgotten),
          ` (${words.forgotten})`,
        )
      : null,
  ].filter(Boolean);
}
