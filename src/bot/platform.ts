import type { PlatformName } from '../chats/address.js';

/** What differs between messengers, by name. Nobody asks which messenger it is; everybody asks what it can do. */
export interface Capabilities {
  /** Reply keyboards know `resize_keyboard`, `one_time_keyboard` and a placeholder. */
  keyboardHints: boolean;
  /** A menu of commands beside the input field. */
  commandMenu: boolean;
  /** Fields that the messenger does not know and that are left out of every call. */
  unknownFields: readonly string[];
  /** A webhook's secret comes in a header; without it, only the address can be secret. */
  webhookHeader: boolean;
  /** Text is always read as Markdown, without an escape: values must not carry its marks. */
  alwaysMarkdown: boolean;
}

/** One messenger, as far as the dialogues need to know it. */
export interface Platform {
  name: PlatformName;
  capabilities: Capabilities;
}

export const telegram: Platform = {
  name: 'telegram',
  capabilities: {
    keyboardHints: true,
    commandMenu: true,
    webhookHeader: true,
    unknownFields: [],
    alwaysMarkdown: false,
  },
};

export const bale: Platform = {
  name: 'bale',
  capabilities: {
    keyboardHints: false,
    commandMenu: false,
    webhookHeader: false,
    unknownFields: [
      'parse_mode',
      'entities',
      'disable_notification',
      'protect_content',
      'reply_parameters',
      'link_preview_options',
      'message_thread_id',
    ],
    alwaysMarkdown: true,
  },
};

export const platforms: Readonly<Record<PlatformName, Platform>> = { telegram, bale };
