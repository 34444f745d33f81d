import { createConnection } from 'mysql2/promise';
import type { Figures } from '../figures.js';
import type { Flags } from '../flags.js';
import { say } from '../progress.js';
import type { Scene } from '../scene.js';
import { alone } from './alone.js';
import { crowd, known } from './crowd.js';
import { dialogues } from './dialogues.js';
import { grow, measureGrowth, million, small } from './growth.js';
import { runPhases, type Phase } from './phases.js';
import { measureNoise } from './noise.js';
import { countStatements, type Statements } from './statements.js';
import { words } from './words.js';

/** What one subject came to. */
export interface Measured {
  name: string;
  figures: Figures;
  /** Null where they pass no wire. */
  statements: Statements | null;
}

/** One process by everything, on a fresh database; several by their crowds only, which are measured in turn. */
export async function measureSubject(scene: Scene, flags: Flags): Promise<Measured> {
  const { name, processes, database } = scene.subject;
  if (processes > 1) return { name, figures: {}, statements: null };
  const open = flags.dialogues > 0 ? [dialogues(flags.dialogues)] : [];
  const everyday = [crowd, known, ...open, alone('aloneSmall')];
  if (database === 'MariaDB') return onServer(scene, everyday, flags);
  const figures = await runPhases(scene, [...everyday, words]);
  return { name, figures: { ...figures, ...(await noise(scene)) }, statements: null };
}

/** The direct bot has no pace to keep to. */
const noise = async (scene: Scene): Promise<Figures> =>
  scene.subject.name.startsWith('product') ? measureNoise(scene) : {};

async function onServer(scene: Scene, everyday: readonly Phase[], flags: Flags): Promise<Measured> {
  const { name } = scene.subject;
  say(`${name}: statements`);
  const statements = await countStatements(scene);
  const connection = await createConnection(scene.url);
  try {
    const grown = [grow(connection, small, million), alone('aloneMillion'), words];
    const everydays = await runPhases(scene, [...everyday, ...grown]);
    const figures = { ...everydays, ...(await noise(scene)) };
    const growth = flags.growth ? await measureGrowth(scene, connection) : {};
    return { name, figures: { ...statements.figures, ...figures, ...growth }, statements };
  } finally {
    await connection.end();
  }
}
