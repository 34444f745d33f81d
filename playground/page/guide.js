import { codeOf } from './code-of.js';
import { element, onlyWhenChanged, redraw } from './elements.js';
import { nameOf, words } from './words.js';

/** Above the chat, for whoever is new here: that this is a demonstration, whom they are, and what to do next. */
export function makeGuide(stage) {
  const node = element('p', { className: 'guide', role: 'note' });
  const draw = onlyWhenChanged(({ name, step, foreign }) =>
    redraw(
      node,
      element('b', {}, words.whoYouAre(name)),
      ` ${words.next[step]} `,
      ...(words.botLanguage && foreign ? [askForEnglish(stage)] : []),
    ),
  );
  return {
    node,
    render: (view) =>
      draw({ name: nameOf(view.person), step: nextStep(view), foreign: speaksPersian(lastSaid(view.chat)) }),
  };
}

const lastSaid = (chat) => chat.messages.findLast(({ from, deleted }) => from === 'bot' && !deleted);

const speaksPersian = (said) => said !== undefined && /[\u0621-\u06cc]/.test(said.text);

function nextStep({ person, chat, phone, portal }) {
  if (!person.card) return 'staff';
  if (chat.messages.length === 0) return 'start';
  const last = lastSaid(chat);
  const buttons = last?.buttons.flat() ?? [];
  if (buttons.some(({ url }) => url === portal.url)) return 'signIn';
  if (buttons.some(({ data }) => data === 'reset')) return 'press';
  if (last && isLastWord(last)) return 'over';
  return codeOf(phone.messages.at(-1)) ? 'code' : 'answer';
}

/** Nothing is to be pressed, and there is a reference to be read to support. */
const isLastWord = ({ text, buttons }) =>
  buttons.length === 0 && /(?<![A-Z\d])[A-Z\d]{8}(?![A-Z\d])/.test(text);

const askForEnglish = (stage) =>
  element(
    'button',
    { type: 'button', onclick: () => stage.inChat('say', { text: '/language' }) },
    words.botLanguage,
  );
