import { element, onlyWhenChanged, redraw } from './elements.js';
import { icon, iconButton } from './icons.js';
import { clockTime, day } from './figures.js';
import { face } from './people.js';
import { chooseFrom } from './sheet.js';
import { toast } from './toast.js';
import { changeLanguage, nameOf, words } from './words.js';

/** The strip above everything: the stage's clock and the levers behind the scene. */
export function makeStrip(stage) {
  const levers = leversOf(stage);
  const date = element('span', { className: 'date' });
  const time = element('time', {});
  const playing = element('button', {
    type: 'button',
    className: 'playing',
    onclick: () => stage.show({ tab: 'people' }),
  });
  const backstage = iconButton('levers', words.backstage, () =>
    chooseFrom(words.backstage, [{ name: words.forward, choices: levers }]),
  );
  backstage.classList.add('backstage');
  document
    .querySelector('#strip')
    .append(brand(), playing, clock(date, time), leverRow(levers), backstage, languageSwitch());

  let aheadMs = 0;
  const tick = () => {
    const now = Date.now() + aheadMs;
    time.dateTime = new Date(now).toISOString();
    date.textContent = day(now);
    time.textContent = clockTime(now);
  };
  setInterval(tick, 1_000);
  const drawPlaying = onlyWhenChanged(({ role, name }) => redraw(playing, face(role, name), name));

  return {
    render({ now, person }) {
      aheadMs = now - Date.now();
      tick();
      drawPlaying({ role: person.role, name: nameOf(person) });
    },
  };
}

function leversOf(stage) {
  const forward = Object.entries(words.steps).map(([minutes, name]) => ({
    label: `+ ${name}`,
    sign: 'clock',
    choose: async () =>
      (await stage.behind('clock', { minutes: Number(minutes) })) && toast(words.forwarded(name)),
  }));
  const restart = {
    label: words.restart,
    sign: 'restart',
    choose: async () => {
      toast(words.restarting);
      if (await stage.behind('restart')) toast(words.restarted);
    },
  };
  return [...forward, restart];
}

const brand = () =>
  element(
    'div',
    { className: 'brand' },
    element('img', { src: '/icon.svg', alt: '', width: 34, height: 34 }),
    element('h1', {}, words.brand),
    element('span', {}, words.brandLine),
  );

const languageSwitch = () =>
  element(
    'button',
    { type: 'button', className: 'lever language', onclick: changeLanguage },
    words.otherLanguage,
  );

const clock = (date, time) =>
  element('div', { className: 'clock', title: words.clock }, icon('clock'), date, time);

const leverRow = (levers) =>
  element(
    'div',
    { className: 'levers', role: 'group', aria: { label: words.backstage } },
    ...levers.map(({ label, sign, choose }) =>
      element(
        'button',
        { type: 'button', className: 'lever', onclick: choose },
        sign === 'restart' ? icon(sign) : null,
        label,
      ),
    ),
  );
