import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Rights of what holds members' data, whatever the umask says: its owner's alone. */
export const ownersFile = 0o600;
const ownersFolder = 0o700;

/** Makes an empty file where there is none, and the folders on the way to it; what is there already stays as it is. */
export function makeOwnersFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: ownersFolder });
  try {
    // One that is there is not opened: to close it would take this process's locks off it.
    closeSync(openSync(path, 'wx', ownersFile));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The rights of a file that others than its owner have a part in, in octal; null: nobody has, or it is not there. */
export function rightsOfOthers(path: string): string | null {
  // Windows has no such rights, and shows some all the same.
  const found = process.platform === 'win32' ? undefined : statSync(path, { throwIfNoEntry: false });
  return found && (found.mode & 0o077) !== 0 ? `0${(found.mode & 0o777).toString(8)}` : null;
}

/** Takes everybody else's rights away; where the file is another user's it stays as it is, and the doctor says so. */
export function narrowToOwner(path: string): void {
  if (rightsOfOthers(path) === null) return;
  try {
    chmodSync(path, statSync(path).mode & ownersFile);
  } catch (error) {
    if (!['EPERM', 'ENOENT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
