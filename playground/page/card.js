import { copyText } from './copy.js';
import { element, redraw } from './elements.js';
import { icon } from './icons.js';
import { words } from './words.fa.js';

/** The card in somebody's pocket: a member's insurance card, or what tells a colleague. */
export function drawCard(place, person) {
  place.setAttribute('aria-label', person.card ? words.card : words.colleagueCard);
  redraw(place, ...(person.card ? insuranceCard(person) : colleagueCard(person)).filter(Boolean));
}

const insuranceCard = ({ name, card: { insuredCode, nationalId, phone, forgotten } }) => [
  ...headOf(words.cardBrand, name),
  row(words.insuredCode, insuredCode),
  row(words.nationalId, nationalId),
  row(words.mobile, phone),
  forgotten &&
    element(
      'p',
      { className: 'card-note' },
      `${words.password}: `,
      element('bdi', {}, forgotten),
      ` (${words.forgotten})`,
    ),
];

const colleagueCard = ({ name, accounts }) => [
  ...headOf(words.colleagueBrand, name),
  ...Object.entries(accounts).map(([messenger, account]) =>
    row(words.messengers[messenger], `${messenger}:${account}`),
  ),
];

const headOf = (brand, name) => [
  element('p', { className: 'card-title' }, brand),
  element('p', { className: 'card-name' }, name),
];

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
