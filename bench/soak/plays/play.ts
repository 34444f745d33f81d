import type { Entry } from '../books/book.js';
import type { Options } from '../options.js';
import type { Crowd } from '../people/crowd.js';
import type { World } from '../world/world.js';

/** Something that is done to the product while members come. */
export interface Play {
  /** What it does, in a sentence. */
  does: string;
  /** The build that is started first; this one without a word. */
  first?: (options: Options) => Promise<string>;
  /** Rows are lost with it, so that staff bring no lists, and not every book can be whole. */
  forgets?: true;
  /** Resolves when it is done, with what else is to be said of it. */
  run(world: World, crowd: Crowd, options: Options): Promise<Done>;
}

export interface Done {
  /** Stand between heading and books. */
  tables: string[];
  entries: Entry[];
}
