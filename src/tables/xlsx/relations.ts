import { posix } from 'node:path';
import type { Archive } from './archive.js';
import { readWhole } from './xml.js';

/** What a part of the package says of another one. */
export interface Relation {
  id: string;
  /** The last word of its type: `worksheet`, `chartsheet`, `sharedStrings`; what stands before differs between editions of the format. */
  type: string;
  part: string;
}

/** The relations of a part; of the package itself where it is called `''`. None where they are not written down. */
export async function readRelations(archive: Archive, of: string, longestText: number): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const written = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(written)) return relations;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
    if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
    const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target.replaceAll('\\', '/'));
    relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part });
  };
  await readWhole(archive, written, { open }, longestText);
  return relations;
}

export const targetOf = (relations: readonly Relation[], type: string): string | null =>
  relations.find((relation) => relation.type === type)?.part ?? null;
