/** A button under a message. Exactly one of `url`, `data` and `copy` is set. */
export interface InlineButton {
  text: string;
  url?: string;
  /** `callback_data` */
  data?: string;
  /** Text that a press puts on the clipboard. */
  copy?: string;
}

/** A button under the input field: a press says its text, or shares the own number. */
export interface ReplyButton {
  text: string;
  requestContact: boolean;
}

/** The keyboard that stands in place of the phone's own, until it is replaced or removed. */
export interface ReplyKeyboard {
  rows: ReplyButton[][];
  /** Gone after one press. */
  oneTime: boolean;
  resized: boolean;
  placeholder: string | null;
}

/** What a message asks for below itself or below the input field. */
export type Markup =
  | { kind: 'inline'; rows: InlineButton[][] }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force-reply' };

/** The inline keyboard as the Bot API writes it. */
export function inlineOnWire(rows: InlineButton[][]) {
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ text, url, data, copy }) => ({
        text,
        ...(url === undefined ? {} : { url }),
        ...(data === undefined ? {} : { callback_data: data }),
        ...(copy === undefined ? {} : { copy_text: { text: copy } }),
      })),
    ),
  };
}
