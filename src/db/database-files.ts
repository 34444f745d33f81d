import { makeOwnersFile, narrowToOwner } from '../owner-only.js';

/** Where the lock of an embedded database is. */
export const claimOf = (file: string): string => `${file}.claim`;

/** Every file that an embedded database may have. */
export const databaseFiles = (file: string): string[] =>
  file === ':memory:' ? [] : [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, claimOf(file)];

/** The files beside it take the rights of the first one. */
export function makeDatabaseFile(file: string): void {
  if (file !== ':memory:') makeOwnersFile(file);
}

/** For files of earlier versions, which everybody on the machine could read. */
export function narrowDatabaseFiles(file: string): void {
  databaseFiles(file).forEach(narrowToOwner);
}
