import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { HouseFacts } from './desk.js';
import type { Platform } from './platform.js';

/** A button under a message: `label` is the key of its words. */
export type Button = { label: string; data: string } | { label: string; opens: 'portal' };

/** What a message carries below it, or puts in place of the phone's keys. */
export type Keyboard =
  { kind: 'buttons'; rows: readonly (readonly Button[])[] } | { kind: 'share-number' } | { kind: 'removed' };

/** Buttons one below the other, as thumbs like them. */
export const column = (...buttons: readonly Button[]): Keyboard => ({
  kind: 'buttons',
  rows: buttons.map((button) => [button]),
});

export const removed: Keyboard = { kind: 'removed' };

export const signInButton: Button = { label: 'button-sign-in', opens: 'portal' };

/** The one big button; it begins a dialogue wherever it is pressed. */
export const resetButton: Button = { label: 'button-reset', data: 'reset' };

interface Drawing {
  label: (key: string) => string;
  facts: HouseFacts;
  platform: Platform;
}

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** The keyboard as the messenger wants it; undefined when no button of it can be shown. */
export function replyMarkup(keyboard: Keyboard, drawing: Drawing): Markup | undefined {
  switch (keyboard.kind) {
    case 'buttons':
      return inline(keyboard.rows, drawing);
    case 'share-number':
      return shareNumber(drawing);
    case 'removed':
      return { remove_keyboard: true };
  }
}

function inline(
  rows: readonly (readonly Button[])[],
  { label, facts }: Drawing,
): InlineKeyboardMarkup | undefined {
  const drawn = rows
    .map((row) => row.flatMap((button): InlineKeyboardButton[] => draw(button, label(button.label), facts)))
    .filter((row) => row.length > 0);
  return drawn.length > 0 ? { inline_keyboard: drawn } : undefined;
}

function draw(button: Button, text: string, { loginUrl }: HouseFacts): InlineKeyboardButton[] {
  if ('data' in button) return [{ text, callback_data: button.data }];
  return loginUrl ? [{ text, url: loginUrl }] : [];
}

function shareNumber({ label, platform }: Drawing): ReplyKeyboardMarkup {
  const keyboard = [
    [{ text: label('button-share-number'), request_contact: true as const }],
    [{ text: label('button-cancel') }],
  ];
  const hints = { resize_keyboard: true, one_time_keyboard: true };
  return { keyboard, ...(platform.capabilities.keyboardHints ? hints : {}) };
}
