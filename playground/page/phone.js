import { codeOf } from './code-of.js';
import { copyText } from './copy.js';
import { element, keepList, onlyWhenChanged, redraw } from './elements.js';
import { icon } from './icons.js';
import { clockTime, day, digits } from './figures.js';
import { toggle } from './toggle.js';
import { nameOf, words } from './words.js';

/** The phone in the person's pocket: a lock screen where messages arrive. */
export function makePhone(stage) {
  const time = element('p', { className: 'lock-time', dir: 'ltr' });
  const date = element('p', { className: 'lock-day' });
  const none = element('p', { className: 'no-sms' }, words.noSms);
  const list = element('ol', {
    className: 'sms-list',
    role: 'log',
    aria: { live: 'polite', label: words.sms },
  });
  const air = element('p', { className: 'in-air', role: 'status' });
  const levers = element('div', { className: 'phone-levers' });
  const title = element('h2', { className: 'pane-title' });
  document
    .querySelector('#phone')
    .append(
      title,
      element(
        'div',
        { className: 'device' },
        element('div', { className: 'screen', tabIndex: 0 }, icon('lock'), time, date, air, list, none),
      ),
      levers,
    );

  let number;
  const drawLevers = onlyWhenChanged(({ delaySeconds, down }) =>
    redraw(levers, ...leversOf(delaySeconds, down, stage)),
  );
  return {
    render({ now, phone, person }) {
      if (!phone) return;
      title.textContent = words.phoneOf(nameOf(person));
      time.textContent = clockTime(now);
      date.textContent = day(now);
      if (number !== phone.number) list.replaceChildren();
      number = phone.number;
      keepList(list, phone.messages, { key: ({ id }) => id, make: smsCard });
      none.hidden = phone.messages.length > 0;
      air.textContent = phone.inTheAir > 0 ? words.inTheAir(digits(phone.inTheAir)) : '';
      drawLevers({ delaySeconds: phone.delaySeconds, down: phone.down });
    },
  };
}

function smsCard({ from, text, at }) {
  const code = codeOf({ text });
  return element(
    'li',
    { className: 'sms' },
    element(
      'p',
      { className: 'sms-head' },
      element('b', { dir: 'ltr' }, from),
      element('time', { dateTime: new Date(at).toISOString() }, clockTime(at)),
    ),
    element('p', { className: 'sms-text', dir: 'auto' }, text),
    code
      ? element(
          'button',
          { type: 'button', className: 'copy-code', onclick: () => copyText(code, words.copyCode) },
          icon('copy'),
          words.copyCode,
          element('b', {}, code),
        )
      : null,
  );
}

function leversOf(delaySeconds, down, stage) {
  const choices = Object.entries(words.delays).map(([seconds, label]) =>
    element(
      'button',
      {
        type: 'button',
        aria: { pressed: String(Number(seconds) === delaySeconds) },
        onclick: () => stage.atPhone({ delaySeconds: Number(seconds) }),
      },
      label,
    ),
  );
  return [
    element(
      'div',
      { className: 'lever-row' },
      element('span', { id: 'delay-name' }, words.delay),
      element('div', { className: 'switch', role: 'group', aria: { labelledby: 'delay-name' } }, ...choices),
    ),
    toggle(words.smsNetwork, !down, (on) => stage.atPhone({ down: !on })),
  ];
}
