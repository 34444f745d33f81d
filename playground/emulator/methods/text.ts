import type { Messenger } from '../messenger.js';
import type { Parameters } from '../parameters.js';
import { badRequest } from '../refusal.js';

const textLimit = 4096;

/** The `text` of a message: 1 to 4096 characters, plain. */
export function textOf(parameters: Parameters): string {
  refuseMarkup(parameters);
  const text = parameters.text('text');
  if (text.trim() === '') throw badRequest('message text is empty');
  if (text.length > textLimit) throw badRequest('message is too long');
  return text;
}

/** The `caption` under a file; empty for none. */
export function captionOf({ face }: Messenger, parameters: Parameters): string {
  refuseMarkup(parameters);
  const caption = parameters.text('caption');
  if (caption.length > face.captionLimit) throw badRequest('message caption is too long');
  return caption;
}

/** The emulator shows plain text only, and says so rather than show marks to people. */
function refuseMarkup(parameters: Parameters): void {
  if (parameters.text('parse_mode') !== '') throw badRequest('unsupported parse_mode');
}
