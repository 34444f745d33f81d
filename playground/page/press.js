import { copyText } from './copy.js';
import { digits } from './figures.js';
import { askFirst } from './sheet.js';
import { toast } from './toast.js';
import { words } from './words.js';

/** What a press of any button of the bot does; `viewNow` gives what is on the screen. */
export function makePress(stage, viewNow) {
  return ({ text, deed, copy, url, contact, data = null }, messageId = null) => {
    if (deed) stage.inChat(deed);
    else if (copy) copyText(copy, text);
    else if (url) followLink(url, viewNow(), stage);
    else if (contact) shareNumber(viewNow().person.card?.phone, stage);
    else stage.inChat('press', { label: text, data, messageId });
  };
}

function followLink(url, view, stage) {
  if (url !== view.portal?.url) return toast(words.linkElsewhere(url));
  stage.show({ tab: 'portal' });
  return document.querySelector('#portal input')?.focus();
}

function shareNumber(phone, stage) {
  if (!phone) return toast(words.noNumber);
  const question = words.shareQuestion(`\u2066${digits(phone)}\u2069`);
  askFirst({ title: words.shareTitle, question, yes: words.share }, () =>
    stage.inChat('contact', { card: 'own' }),
  );
}
