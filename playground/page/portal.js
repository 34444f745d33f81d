import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon } from './icons.js';
import { passwordForm, signInForm } from './portal-forms.js';
import { toggle } from './toggle.js';
import { nameOf, words } from './words.js';

/** The insurer's claims portal, as the person sees it in a browser; a session for each person. */
export function makePortal(stage) {
  const page = element('div', { className: 'site' });
  const address = element('bdi', { dir: 'ltr' });
  const levers = element('div', { className: 'portal-levers' });
  document
    .querySelector('#portal')
    .append(
      element('h2', { className: 'pane-title' }, words.portalName),
      element(
        'div',
        { className: 'browser' },
        element('div', { className: 'address-bar' }, icon('lock'), address),
        page,
      ),
      levers,
    );

  const sessions = new Map();
  let view;
  const drawLevers = onlyWhenChanged(({ state, away }) =>
    redraw(
      levers,
      element(
        'p',
        { className: 'lever-row' },
        element('span', {}, words.accountState),
        element('b', { className: `state ${state}` }, words.states[state]),
      ),
      toggle(words.portal, !away, (on) => stage.atPortal('away', { on: !on })),
    ),
  );
  const drawPage = onlyWhenChanged(({ person, session, away }) => {
    const content = away ? awayPage() : session ? insidePage(person, session, house) : signInPage(house);
    page.replaceChildren(siteHead(), content);
  });
  const show = () => {
    const session = sessions.get(view.person.role) ?? null;
    drawPage({ person: view.person.role, session, away: view.portal.away });
  };
  const house = {
    stage,
    enter: (session) => (sessions.set(view.person.role, { ...session, name: nameOf(view.person) }), show()),
    leave: () => (sessions.delete(view.person.role), show()),
    forgot: () => {
      void stage.inChat('deep-link', { payload: 'reset' });
      stage.show({ tab: 'chat' });
    },
  };

  return {
    render(fresh) {
      view = fresh;
      if (!view.portal) return;
      address.textContent = new URL(view.portal.url).host;
      show();
      drawLevers({ state: view.portal.state, away: view.portal.away });
    },
  };
}

const siteHead = () =>
  element(
    'header',
    { className: 'site-head' },
    element('span', { className: 'site-mark', aria: { hidden: 'true' } }, words.portalMark),
    element('div', {}, element('b', {}, words.portalBrand), element('span', {}, words.portalName)),
  );

const awayPage = () =>
  element('div', { className: 'site-body away', role: 'status' }, element('p', {}, words.away));

const signInPage = (house) =>
  element(
    'div',
    { className: 'site-body' },
    element('h3', {}, words.signInTitle),
    signInForm(house),
    element('button', { type: 'button', className: 'forgot', onclick: house.forgot }, words.forgot),
    element('p', { className: 'forgot-hint' }, words.forgotHint),
  );

function insidePage(_role, session, house) {
  return element(
    'div',
    { className: 'site-body' },
    element('h3', {}, words.welcome(session.name)),
    session.state === 'initial' ? element('p', { className: 'site-note' }, words.isInitial) : null,
    element('p', { className: 'no-claims' }, words.noClaims),
    passwordForm(session, house),
    element('button', { type: 'button', className: 'forgot', onclick: house.leave }, words.signOut),
  );
}
