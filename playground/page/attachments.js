import { persian } from './figures.js';
import { chooseFrom } from './sheet.js';
import { words } from './words.fa.js';

/** What can be sent besides words: figures copied off the card, odd things, contact cards, and a last message anew. */
export function openAttachments({ person, chat }, stage, { write, edit }) {
  const fromCard = [
    [words.insuredCode, person.insuredCode],
    [words.nationalId, person.nationalId],
    [words.mobile, person.phone],
  ].map(([label, value]) => ({ label, hint: persian(value), sign: 'edit', choose: () => write(value) }));
  const odd = Object.entries(words.odd).map(([kind, label]) => ({
    label,
    sign: kind,
    choose: () => stage.inChat('odd', { kind }),
  }));
  const cards = Object.entries(words.contacts).map(([card, label]) => ({
    label,
    sign: card === 'forwarded' ? 'forward' : 'contact',
    choose: () => stage.inChat('contact', { card }),
  }));
  const last = chat.messages.findLast(
    ({ from, kind, deleted }) => from === 'person' && kind === 'text' && !deleted,
  );
  const again = last ? [{ label: words.editLast, sign: 'edit', choose: () => edit(last) }] : [];
  chooseFrom(words.attach, [
    { name: words.fromCard, choices: fromCard },
    { name: words.oddThings, choices: [...odd, ...cards, ...again] },
  ]);
}
