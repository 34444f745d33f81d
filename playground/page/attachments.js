import { sendSample } from './samples.js';
import { chooseFrom } from './sheet.js';
import { words } from './words.js';

/** What can be sent besides words: files, odd things, contact cards, and a last message anew. */
export function openAttachments(view, stage, { edit, pick }) {
  const { card } = view.person;
  const file = { label: words.fileOfDevice, sign: 'document', choose: pick };
  chooseFrom(words.attach, [
    { name: words.files, choices: card ? [file] : [file, ...samples(view, stage)] },
    { name: words.oddThings, choices: [...odd(stage), ...(card ? cards(stage) : []), ...again(view, edit)] },
  ]);
}

const samples = ({ samples: names }, stage) =>
  names.map((name) => ({
    label: words.sampleList,
    hint: name,
    sign: 'list',
    choose: () => sendSample(name, stage),
  }));

const odd = (stage) =>
  Object.entries(words.odd).map(([kind, label]) => ({
    label,
    sign: kind,
    choose: () => stage.inChat('odd', { kind }),
  }));

const cards = (stage) =>
  Object.entries(words.contacts).map(([card, label]) => ({
    label,
    sign: card === 'forwarded' ? 'forward' : 'contact',
    choose: () => stage.inChat('contact', { card }),
  }));

function again({ chat }, edit) {
  const last = chat.messages.findLast(
    ({ from, kind, deleted }) => from === 'person' && kind === 'text' && !deleted,
  );
  return last ? [{ label: words.editLast, sign: 'edit', choose: () => edit(last) }] : [];
}
