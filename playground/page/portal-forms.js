import { element } from './elements.js';
import { iconButton } from './icons.js';
import { latin } from './figures.js';
import { toast } from './toast.js';
import { words } from './words.js';

/** Insured code and password; a wrong pair is told in one sentence, whichever of the two it was. */
export function signInForm({ stage, enter }) {
  const code = field(words.insuredCode, {
    id: 'insured-code',
    inputMode: 'numeric',
    autocomplete: 'off',
    dir: 'ltr',
  });
  const password = passwordField(words.password, 'password');
  return form([code, password], words.signIn, async (say) => {
    const insuredCode = latin(code.input.value.trim());
    const answer = await stage.atPortal('sign-in', { insuredCode, password: latin(password.input.value) });
    if (answer?.kind === 'in') enter({ insuredCode, state: answer.state });
    else if (answer) say(answer.kind === 'away' ? words.away : words.refused);
  });
}

/** The current password and a new one. */
export function passwordForm({ insuredCode }, { stage, enter }) {
  const current = passwordField(words.currentPassword, 'current-password');
  const next = passwordField(words.newPassword, 'new-password', words.newPasswordHint);
  const node = form([current, next], words.savePassword, async (say) => {
    const answer = await stage.atPortal('password', {
      insuredCode,
      current: latin(current.input.value),
      next: latin(next.input.value),
    });
    if (!answer) return;
    if (answer.kind !== 'changed') return say(said[answer.kind]);
    enter({ insuredCode, state: 'changed' });
    toast(words.changed);
  });
  return element('details', { className: 'change' }, element('summary', {}, words.changePassword), node);
}

const said = {
  refused: words.wrongCurrent,
  'too-short': words.tooShort,
  unchanged: words.unchanged,
  away: words.away,
};

function form(fields, label, submit) {
  const word = element('p', { className: 'form-word', role: 'alert' });
  const say = (text) => {
    word.textContent = text;
  };
  return element(
    'form',
    {
      className: 'site-form',
      onsubmit: (event) => {
        event.preventDefault();
        say('');
        void submit(say);
      },
    },
    ...fields.map(({ node }) => node),
    word,
    element('button', { type: 'submit', className: 'main' }, label),
  );
}

function field(label, properties, ...beside) {
  const input = element('input', { required: true, ...properties });
  const box = element('span', { className: 'field-box' }, input, ...beside);
  return {
    input,
    node: element('div', { className: 'field' }, element('label', { htmlFor: properties.id }, label), box),
  };
}

function passwordField(label, id, hint) {
  const eye = iconButton('eye', words.showPassword, () => {
    const hidden = made.input.type === 'password';
    made.input.type = hidden ? 'text' : 'password';
    const word = hidden ? words.hidePassword : words.showPassword;
    eye.title = word;
    eye.setAttribute('aria-label', word);
  });
  const made = field(label, { id, type: 'password', autocomplete: 'off', dir: 'ltr' }, eye);
  if (hint) made.node.append(element('small', {}, hint));
  return made;
}
