import type { Account } from '../playground/emulator/account.js';
import type { ChatMessage } from '../playground/emulator/chat-message.js';
import type { Invented } from '../playground/invented.js';
import { portalUrl } from '../playground/product.js';
import { codeIn } from '../playground/walkthrough/played.js';
import { localesFolder } from '../src/app/locales.js';
import { loadWords } from '../src/words/load-words.js';
import type { Town } from './recoveries-town.js';

const words = loadWords(localesFolder());

/** For the last of a crowd, at the slowest pace. */
const timeout = 15 * 60_000;

/** A member's whole way; how long they waited from the code typed in until they were back in, in milliseconds. */
export async function goTheWholeWay(member: Invented, town: Town): Promise<number> {
  const { messenger, emulator, phone } = town;
  const chat = emulator.account({ messenger, id: Number(member.insuredCode), firstName: 'ر' });
  const hears = (key: string) => chat.waitFor(words.plain('fa', key), { timeout });
  chat.say('/reset');
  await hears('ask-insured-code');
  chat.say(member.insuredCode);
  await hears('ask-national-id');
  chat.say(member.nationalId);
  await sees(chat, ({ text }) => text === words.plain('fa', 'button-resend'));
  const { text: sms } = await phone.next(member.mobile, timeout);

  const start = performance.now();
  chat.say(codeIn(sms));
  await sees(chat, ({ url }) => url === portalUrl);
  return performance.now() - start;
}

/** The last of a recovery, which nobody waits for: the SMS that tells of it. */
export async function isToldOfIt({ mobile }: Invented, { phone }: Town): Promise<void> {
  await phone.next(mobile, timeout);
}

/** A button. */
function sees(chat: Account, isIt: (button: ChatMessage['buttons'][number][number]) => boolean) {
  return chat.waitFor(({ buttons }) => buttons.flat().some(isIt), { timeout });
}
