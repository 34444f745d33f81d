import { toast } from './toast.js';
import { words } from './words.js';

/** Puts a text on the clipboard and says so, by the name of the thing. */
export async function copyText(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    toast(words.copied(name));
  } catch {
    toast(text);
  }
}
