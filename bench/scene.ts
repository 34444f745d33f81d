import type { Server } from './databases.js';
import { marks, type People } from './people.js';
import type { Subject } from './subjects/subject.js';
import type { Town } from './town.js';

/** Where a subject is measured. */
export interface Scene {
  subject: Subject;
  town: Town;
  people: People;
  /** Its `DATABASE_URL`. */
  url: string;
  server: Server;
}

/** Members come in one moment, each the whole way; how long each took, in milliseconds. */
export function play(
  { town, people }: Pick<Scene, 'town' | 'people'>,
  count: number,
  way: 'first' | 'known' = 'first',
): Promise<number[]> {
  return town.messenger.ask('play', { people: people.next(count, way), way, marks, patienceMs });
}

/** For the last of a crowd, on a machine with other work to do. */
const patienceMs = 120_000;
