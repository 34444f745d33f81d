import { createHash } from 'node:crypto';
import { closeSync, writeSync } from 'node:fs';
import type { Messenger } from '../../messenger/messenger.js';
import { openNameless } from '../../tables/nameless.js';

/** A list as it lies on this machine, in a file without a name: nothing of it outlives the process. */
export interface FetchedList {
  fd: number;
  /** SHA-256, in hex. */
  digest: string;
  close(): void;
}

/** `retry`: worth another try. */
export type FetchResult =
  | { kind: 'fetched'; list: FetchedList }
  | { kind: 'too-large' }
  | { kind: 'gone' }
  | { kind: 'retry'; fault: string };

export interface FetchParts {
  messenger: Pick<Messenger, 'call' | 'fetch'>;
  /** Bytes that the messenger lets a bot have. */
  largest: number;
  /** Where the file is kept meanwhile. */
  folder: string;
}

/** Fetches a file that somebody has sent. Its address is good for an hour, so it is asked for each time. */
export async function fetchList(
  { messenger, largest, folder }: FetchParts,
  fileId: string,
): Promise<FetchResult> {
  const asked = await messenger.call('getFile', { body: JSON.stringify({ file_id: fileId }) });
  if (asked.kind === 'silent') return { kind: 'retry', fault: asked.fault };
  if (asked.kind === 'refused') return refused(asked.status, asked.description);
  const { file_path: path, file_size: size = 0 } = asked.result as { file_path?: string; file_size?: number };
  if (size > largest) return { kind: 'too-large' };
  return path ? fetchFrom({ messenger, largest, folder }, path) : { kind: 'gone' };
}

async function fetchFrom({ messenger, largest, folder }: FetchParts, path: string): Promise<FetchResult> {
  const [fd, hash] = [openNameless(folder), createHash('sha256')];
  const write = (piece: Uint8Array): void => {
    writeSync(fd, piece);
    hash.update(piece);
  };
  const fetched = await messenger.fetch(path, { most: largest, write });
  if (fetched.kind === 'ok') {
    return { kind: 'fetched', list: { fd, digest: hash.digest('hex'), close: () => closeSync(fd) } };
  }
  closeSync(fd);
  if (fetched.kind === 'silent') return { kind: 'retry', fault: fetched.fault };
  return fetched.kind === 'refused' ? refused(fetched.status) : { kind: 'too-large' };
}

/** A messenger in trouble, or one that does not know our token, may have the file all the same. */
function refused(status: number, description = ''): FetchResult {
  if (/too (big|large)/i.test(description) || status === 413) return { kind: 'too-large' };
  const passes = status >= 500 || [401, 403, 420, 429].includes(status);
  return passes ? { kind: 'retry', fault: `refused with ${status}` } : { kind: 'gone' };
}
