import type { PlatformName } from '../platforms.js';

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
  /** Bytes of a file that a bot may send. */
  largestUpload: { photo: number; document: number };
  /** Bytes of a file that a bot may fetch. */
  largestDownload: number;
}

const mebi = 1_024 * 1_024;

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
    largestUpload: { photo: 10 * mebi, document: 50 * mebi },
    largestDownload: 20 * mebi,
  },
};

export const bale: Platform = {
  name: 'bale',
  capabilities: {
    keyboardHints: false,
    commandMenu: false,
    webhookHeader: false,
    unknownFields: [
      ...['parse_mode', 'entities', 'caption_entities', 'show_caption_above_media', 'has_spoiler'],
      ...['disable_notification', 'protect_content', 'allow_paid_broadcast', 'message_effect_id'],
      ...['reply_parameters', 'link_preview_options', 'message_thread_id', 'business_connection_id'],
    ],
    alwaysMarkdown: true,
    largestUpload: { photo: 10 * mebi, document: 50 * mebi },
    largestDownload: 20 * mebi,
  },
};

export const platforms: Readonly<Record<PlatformName, Platform>> = { telegram, bale };
