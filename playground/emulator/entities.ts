/**
 * The `bot_command` entities of a text, with offsets in UTF-16 units, as a string counts them. A command may stand
 * within the marks that keep it from being turned round.
 */
export function commandEntities(text: string) {
  return [...text.matchAll(/(?<![^\s\u2066-\u2069])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]+)?/g)].map(
    (match) => ({
      type: 'bot_command' as const,
      offset: match.index,
      length: match[0].length,
    }),
  );
}
