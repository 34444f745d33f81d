import { copyText } from './copy.js';
import { element, redraw } from './elements.js';
import { icon } from './icons.js';
import { nameOf, words } from './words.js';

/** The card in somebody's pocket: a member's insurance card, or what tells a colleague. */
export function drawCard(place, person) {
  place.setAttribute('aria-label', person.card ? words.card : words.colleagueCard);
  redraw(place, ...(person.card ? insuranceCard(person) : colleagueCard(person)).filter(Boolean));
}

const insuranceCard = ({ card: { insuredCode, nationalId, phone, password }, ...person }) => [
  headOf(words.cardBrand, person),
  row(words.insuredCode, insuredCode),
  row(words.nationalId, nationalId),
  row(words.mobile, phone),
  password &&
    element(
      'p',
      { className: 'card-note' },
      `${words.password}: `,
      password.text ? element('bdi', {}, password.text) : null,
      ` ${words.passwords[password.kind]}`,
    ),
];

const colleagueCard = ({ accounts, ...person }) => [
  headOf(words.colleagueBrand, person),
  ...Object.entries(accounts).map(([messenger, account]) =>
    row(words.messengers[messenger], `${messenger}:${account}`),
  ),
];

const headOf = (brand, person) =>
  element(
    'header',
    {},
    element('p', { className: 'card-title' }, brand),
    element('p', { className: 'card-name' }, nameOf(person)),
  );

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
