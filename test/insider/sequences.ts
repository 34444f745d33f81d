/**
 * So many sequences of steps on SQLite, and a tenth of it on MariaDB; `INSIDER_SEQUENCES` sets another number, and has
 * what happened in them counted aloud. `INSIDER_SEED` plays the same again.
 */
export const usualSequences = 50;

export const onMariaDb = (sequences: number): number => Math.ceil(sequences / 10);
