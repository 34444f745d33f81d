import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { InsurerFacts } from './services.js';
import type { Platform } from './platform.js';

/**
 * A button under a message is what comes back when it is pressed: an action, and for what or in which dialogue
 * (`resend:3f9c…`). Its words are `button-<action>`. `sign-in` comes back from nowhere: it opens the portal.
 */
export type Button = string;

/** Texts to be sent with one touch, where the messenger has no menu of commands beside its input field. */
export interface Keys {
  readonly keys: readonly string[];
}

/** Buttons one below the other, as thumbs like them, or some side by side; or what stands in place of the phone's keys. */
export type Keyboard = readonly (Button | readonly Button[])[] | Keys | 'share-number' | 'removed';

/** What is needed to draw one. */
export interface Drawing {
  words: (key: string) => string;
  facts: InsurerFacts;
  platform: Platform;
}

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** The keyboard as the messenger wants it; undefined when no button of it can be shown. */
export function replyMarkup(keyboard: Keyboard, drawing: Drawing): Markup | undefined {
  if (keyboard === 'removed') return { remove_keyboard: true };
  if (keyboard === 'share-number') return shareNumber(drawing);
  return isKeys(keyboard) ? inPlaceOfMenu(keyboard, drawing) : inline(keyboard, drawing);
}

const isKeys = (keyboard: Exclude<Keyboard, string>): keyboard is Keys => !Array.isArray(keyboard);

function inPlaceOfMenu({ keys }: Keys, { platform }: Drawing): ReplyKeyboardMarkup | undefined {
  if (platform.capabilities.commandMenu) return undefined;
  const rows = Array.from({ length: Math.ceil(keys.length / 2) }, (_, row) =>
    keys.slice(2 * row, 2 * row + 2),
  );
  return { keyboard: rows.map((row) => row.map((text) => ({ text }))) };
}

function inline(rows: Exclude<Keyboard, string | Keys>, drawing: Drawing): InlineKeyboardMarkup | undefined {
  const drawn = rows
    .map((row) => [row].flat().flatMap((button) => draw(button, drawing)))
    .filter((row) => row.length > 0);
  return drawn.length > 0 ? { inline_keyboard: drawn } : undefined;
}

function draw(button: Button, { words, facts }: Drawing): InlineKeyboardButton[] {
  const text = words(`button-${button.split(':')[0]}`);
  if (button !== 'sign-in') return [{ text, callback_data: button }];
  return facts.loginUrl ? [{ text, url: facts.loginUrl }] : [];
}

function shareNumber({ words, platform }: Drawing): ReplyKeyboardMarkup {
  const share = { text: words('button-share-number'), request_contact: true } as const;
  const hints = platform.capabilities.keyboardHints ? { resize_keyboard: true, one_time_keyboard: true } : {};
  return { keyboard: [[share], [{ text: words('button-cancel') }]], ...hints };
}
