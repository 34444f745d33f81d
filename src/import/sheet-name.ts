/** The name of a sheet as staff are shown it: on one line, and no longer than Excel lets names be. */
export const shownSheet = (name: string): string =>
  Array.from(name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
    .slice(0, longest)
    .join('');

const longest = 31;
