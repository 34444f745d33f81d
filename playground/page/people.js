import { drawCard } from './card.js';
import { element, onlyWhenChanged, redraw } from './elements.js';
import { digits } from './figures.js';
import { nameOf, words } from './words.js';

/** Members and staff, one to be chosen, and the card of whoever is. */
export function makePeople(stage) {
  const members = element('ul', { className: 'cast' });
  const staff = element('ul', { className: 'cast' });
  const card = element('section', { className: 'card' });
  document
    .querySelector('#people')
    .append(
      element('h2', {}, words.people),
      element('p', { className: 'hint' }, words.peopleHint),
      groupOf('members', words.members, members),
      groupOf('staff', words.staff, staff),
      card,
    );

  const drawList = (list) =>
    onlyWhenChanged(({ people, chosen }) => {
      redraw(list, ...people.map((one) => element('li', {}, personButton(one, one.role === chosen, stage))));
    });
  const [drawMembers, drawStaff] = [drawList(members), drawList(staff)];
  const drawThisCard = onlyWhenChanged((person) => drawCard(card, person));

  return {
    render(view, { role }) {
      const shown = (people) =>
        people.map((one) => ({ role: one.role, name: nameOf(one), fresh: stage.unread.of(one) }));
      drawMembers({ people: shown(view.cast), chosen: role });
      drawStaff({ people: shown(view.staff), chosen: role });
      drawThisCard(view.person);
    },
  };
}

const groupOf = (name, title, list) =>
  element(
    'section',
    { className: `group ${name}`, aria: { labelledby: `${name}-title` } },
    element('h3', { id: `${name}-title` }, title),
    list,
  );

function personButton({ role, name, fresh }, chosen, stage) {
  return element(
    'button',
    {
      type: 'button',
      className: 'person',
      title: words.stories[role],
      aria: chosen ? { current: 'true' } : {},
      data: { role },
      onclick: () => stage.show({ role, tab: 'chat' }),
    },
    face(role, name),
    element('span', { className: 'person-name' }, name),
    element('span', { className: 'person-story' }, words.stories[role]),
    badge(fresh),
  );
}

/** How many are new; nothing for none. */
export const badge = (fresh) =>
  fresh > 0
    ? element(
        'i',
        { className: 'badge', role: 'img', aria: { label: words.unread(digits(fresh)) } },
        digits(fresh),
      )
    : null;

/** A picture of a person: the first letter of the name on a colour of its own. */
export function face(role, name) {
  return element('span', { className: 'face', data: { face: role }, aria: { hidden: 'true' } }, name[0]);
}
