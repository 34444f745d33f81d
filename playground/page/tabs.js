import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon } from './icons.js';
import { words } from './words.js';

const everybodys = [
  { name: 'people', sign: 'people', label: words.peopleTab },
  { name: 'chat', sign: 'chat', label: words.chat },
];

/** What lies in front of each side of the counter. */
const tabsOf = {
  member: [
    ...everybodys,
    { name: 'phone', sign: 'phone', label: words.phone },
    { name: 'portal', sign: 'portal', label: words.portal },
  ],
  staff: [...everybodys, { name: 'desk', sign: 'desk', label: words.desk }],
};

/** On a narrow screen one pane is seen at a time, and these change it; a dot says where something new came. */
export function makeTabs(stage) {
  const nav = document.querySelector('#tabs');
  nav.setAttribute('aria-label', words.panes);
  const last = {};

  const draw = onlyWhenChanged(({ tabs, current, fresh }) => {
    redraw(
      nav,
      ...tabs.map(({ name, sign, label }) =>
        element(
          'button',
          {
            type: 'button',
            data: { pane: name },
            aria: name === current ? { current: 'page' } : {},
            onclick: () => stage.show({ tab: name }),
          },
          icon(sign),
          element('span', {}, label),
          fresh.includes(name)
            ? element('i', { className: 'dot', role: 'img', aria: { label: words.somethingNew } })
            : null,
        ),
      ),
    );
  });

  return {
    render(view, { tab }) {
      const tabs = tabsOf[view.person.card ? 'member' : 'staff'];
      if (!tabs.some(({ name }) => name === tab)) return stage.show({ tab: 'chat' });
      const now = counts(view, stage.unread);
      const samePerson = last.person === personOf(view);
      for (const name of Object.keys(now)) if (!samePerson || tab === name) last[name] = now[name];
      last.person = personOf(view);
      const fresh = Object.keys(now).filter((name) => now[name] > last[name] && name !== tab);
      return draw({ tabs, current: tab, fresh });
    },
  };
}

const personOf = ({ person }) => `${person.role}/${person.messenger}`;

/** How much has come into each pane so far. */
const counts = ({ chat, phone, staff }, unread) => ({
  chat: chat.messages.filter(({ from }) => from === 'bot').length,
  ...(phone
    ? { phone: phone.messages.length }
    : { desk: staff.reduce((sum, one) => sum + unread.of(one), 0) }),
});
