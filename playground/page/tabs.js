import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon } from './icons.js';
import { persian } from './figures.js';
import { words } from './words.fa.js';

const tabs = [
  { name: 'people', sign: 'people', label: words.people },
  { name: 'chat', sign: 'chat', label: words.chat },
  { name: 'phone', sign: 'phone', label: words.phone },
  { name: 'portal', sign: 'portal', label: words.portal },
];

/** On a narrow screen one pane is seen at a time, and these change it; a badge says where something new came. */
export function makeTabs(stage) {
  const nav = document.querySelector('#tabs');
  nav.setAttribute('aria-label', words.panes);
  const counts = (view) => ({
    chat: `${view.person.role}/${view.person.messenger}/${view.chat.messages.filter(({ from }) => from === 'bot').length}`,
    phone: `${view.person.role}/${view.phone.messages.length}`,
  });
  const last = {};

  const draw = onlyWhenChanged(({ current, fresh }) => {
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
            ? element('i', { className: 'dot', aria: { label: words.unread(persian(1)) } })
            : null,
        ),
      ),
    );
  });

  return {
    render(view, { tab }) {
      const now = counts(view);
      const samePerson = last.role === view.person.role && last.messenger === view.person.messenger;
      for (const name of ['chat', 'phone']) {
        if (!samePerson || tab === name) last[name] = now[name];
      }
      Object.assign(last, { role: view.person.role, messenger: view.person.messenger });
      draw({ current: tab, fresh: ['chat', 'phone'].filter((name) => last[name] !== now[name]) });
    },
  };
}
