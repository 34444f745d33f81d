import type { Account } from '../../playground/emulator/account.js';

/** Something that is no answer, wherever it is sent. */
export interface Nuisance {
  what: string;
  send: (chat: Account) => void;
  /** The sentence that helps; or what such a text is to the question, which has a sentence for it. */
  hears: string | { misfit: 'not-digits' | 'too-long' };
  /** The sentence where contacts are asked for. */
  amongContacts?: string;
}

export const nuisances: readonly Nuisance[] = [
  {
    what: 'a text of 4,096 characters',
    send: (chat) => void chat.say('۱'.repeat(4_096)),
    hears: { misfit: 'too-long' },
  },
  { what: 'emoji', send: (chat) => void chat.say('🙏🌹'), hears: { misfit: 'not-digits' } },
  { what: 'half of a character', send: (chat) => void chat.say('\ud83d'), hears: { misfit: 'not-digits' } },
  {
    what: 'a number in words',
    send: (chat) => void chat.say('سیصد و ده هزار و یک'),
    hears: { misfit: 'not-digits' },
  },
  { what: 'an unknown command', send: (chat) => void chat.say('/password'), hears: 'unknown-command' },
  { what: 'a sticker', send: (chat) => void chat.sendSticker(), hears: 'came-sticker' },
  { what: 'a voice message', send: (chat) => void chat.sendVoice(), hears: 'came-voice' },
  { what: 'a photo', send: (chat) => void chat.sendPhoto(), hears: 'came-picture' },
  { what: 'a location', send: (chat) => void chat.sendLocation(), hears: 'came-location' },
  { what: 'a poll', send: (chat) => void chat.sendPoll(), hears: 'came-poll' },
  {
    what: 'somebody else’s contact',
    send: (chat) => void chat.shareContact({ phone: '09137770099', userId: 1_001 }),
    hears: 'came-unexpected',
    amongContacts: 'contact-foreign',
  },
  {
    what: 'a forwarded contact',
    send: (chat) => void chat.shareContact({ forwarded: true }),
    hears: 'came-unexpected',
    amongContacts: 'contact-forwarded',
  },
  {
    what: 'a contact without its owner',
    send: (chat) => void chat.shareContact({ userId: null }),
    hears: 'came-unexpected',
  },
  { what: 'an edited message', send: editsItsFirst, hears: 'came-edited' },
  {
    what: 'an old button',
    send: (chat) => void chat.pressData('resend:0123456789ab', 2),
    hears: 'old-button',
  },
];

function editsItsFirst(chat: Account): void {
  const [first] = chat.messages().filter(({ from, deleted }) => from === 'person' && !deleted);
  if (first) chat.editMessage(first.id, '/start');
}
