/**
 * Text as Bale's client shows it: it reads every text as its own Markdown, and has no escape. The documentation
 * asks for spaces around the marks; a value that rests on that is a gamble, so here a pair is eaten anywhere.
 */
export function readBaleMarkdown(text: string): string {
  return text
    .replace(/```\[([^\]\n]*)\]([\s\S]*?)```/g, '$1\n$2')
    .replace(/\[([^\]\n]+)\]\([^)\s]+\)/g, '$1')
    .replace(/\*([^*\n]*)\*/g, '$1')
    .replace(/_([^_\n]*)_/g, '$1');
}
