import type { InlineButton, Markup, ReplyButton, ReplyKeyboard } from './buttons.js';
import { badRequest } from './refusal.js';

const callbackBytes = 64;
const kinds = ['inline_keyboard', 'keyboard', 'remove_keyboard', 'force_reply'] as const;

/**
 * Reads `reply_markup`. Throws a `Refusal` (400) for one that no messenger would show; stricter than they are
 * where they would silently pick one of two keyboards.
 */
export function readMarkup(raw: unknown, chatType: string): Markup | null {
  if (raw === undefined || raw === null) return null;
  if (!isRecord(raw)) throw badRequest('object expected as reply markup');
  const asked = kinds.filter((kind) => kind in raw);
  if (asked.length > 1) throw badRequest('a message carries one keyboard only');
  const [kind] = asked;
  switch (kind) {
    case 'inline_keyboard':
      return { kind: 'inline', rows: rowsOf(raw.inline_keyboard, 'inline keyboard', readInline) };
    case 'keyboard':
      return { kind: 'reply', keyboard: readReplyKeyboard(raw, chatType) };
    case 'remove_keyboard':
      return raw.remove_keyboard === true ? { kind: 'remove' } : null;
    case 'force_reply':
      return { kind: 'force-reply' };
    default:
      if (Object.keys(raw).length > 0) throw badRequest("can't parse reply markup");
      return null;
  }
}

function readReplyKeyboard(raw: Record<string, unknown>, chatType: string): ReplyKeyboard {
  const rows = rowsOf(raw.keyboard, 'keyboard', readReply);
  if (rows.flat().length === 0) throw badRequest('reply markup must have at least one button');
  if (chatType !== 'private' && rows.flat().some(({ requestContact }) => requestContact)) {
    throw badRequest('phone number can be requested in private chats only');
  }
  return {
    rows,
    oneTime: raw.one_time_keyboard === true,
    resized: raw.resize_keyboard === true,
    placeholder: typeof raw.input_field_placeholder === 'string' ? raw.input_field_placeholder : null,
  };
}

function rowsOf<Button>(raw: unknown, what: string, read: (button: unknown) => Button): Button[][] {
  if (!Array.isArray(raw)) throw badRequest(`field "${what.replace(' ', '_')}" must be of type Array`);
  return raw.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(`can't parse ${what}: a row must be of type Array`);
    return row.map(read);
  });
}

function readInline(raw: unknown): InlineButton {
  if (!isRecord(raw)) throw badRequest("can't parse inline keyboard button: expected an Object");
  const text = label(raw.text, 'inline keyboard button');
  const actions = ['url', 'callback_data', 'copy_text', 'web_app'].filter((action) => action in raw);
  if (actions.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (actions.length > 1) throw badRequest("can't parse inline keyboard button: exactly one action expected");
  if ('url' in raw) return { text, url: webAddress(raw.url) };
  if ('callback_data' in raw) return { text, data: callbackData(raw.callback_data) };
  if ('copy_text' in raw) return { text, copy: copiedText(raw.copy_text) };
  throw badRequest('the emulator shows no web apps');
}

function readReply(raw: unknown): ReplyButton {
  if (typeof raw === 'string') return { text: label(raw, 'keyboard button'), requestContact: false };
  if (!isRecord(raw)) throw badRequest("can't parse keyboard button: expected an Object");
  return { text: label(raw.text, 'keyboard button'), requestContact: raw.request_contact === true };
}

function label(raw: unknown, what: string): string {
  if (typeof raw !== 'string') throw badRequest(`can't parse ${what}: field "text" must be of type String`);
  if (raw.trim() === '') throw badRequest(`${what} text must not be empty`);
  return raw;
}

function callbackData(raw: unknown): string {
  const bytes = typeof raw === 'string' ? Buffer.byteLength(raw) : 0;
  if (bytes < 1 || bytes > callbackBytes) throw badRequest('BUTTON_DATA_INVALID');
  return raw as string;
}

function copiedText(raw: unknown): string {
  const text = isRecord(raw) ? raw.text : undefined;
  if (typeof text !== 'string' || text.length < 1 || text.length > 256) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  return text;
}

function webAddress(raw: unknown): string {
  const address = typeof raw === 'string' ? raw : '';
  if (!URL.canParse(address) || !/^(https?|tg|ble):/.test(address)) {
    throw badRequest(`inline keyboard button URL '${address}' is invalid: Wrong HTTP URL`);
  }
  return address;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
