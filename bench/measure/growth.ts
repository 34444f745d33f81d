import type { Connection } from 'mysql2/promise';
import type { Figures } from '../figures.js';
import { growBacklog } from '../growth/product-rows.js';
import { settle } from '../growth/settle.js';
import { say } from '../progress.js';
import type { Scene } from '../scene.js';
import { measureBesideFew } from './beside-few.js';
import { measureExpiring } from './expiring.js';
import { runPhases, type Phase } from './phases.js';

/** Members of a database in the beginning, of a large insurer, and of the largest. */
export const [small, million, tenMillion] = [10_000, 1_000_000, 10_000_000];

/** Enters members whom nobody plays while the subject is at work. */
export const grow = (connection: Connection, from: number, to: number): Phase => ({
  name: `${to.toLocaleString('en')} members`,
  async measure({ subject }) {
    await subject.grow(connection, from + 1, to);
    await settle(connection);
    return {};
  },
});

/** What an hour of growing shows; the database has a million members. */
export async function measureGrowth(scene: Scene, connection: Connection): Promise<Figures> {
  const { subject } = scene;
  const isProduct = subject.name.startsWith('product');
  const expiring = isProduct ? await measureExpiring(scene, connection, [small + 1, million]) : {};
  await runPhases(scene, [grow(connection, million, tenMillion)]);
  const grown = await measureBesideFew(scene, 'aloneFew', 'aloneTenMillion');
  const backlog = isProduct ? await measureBacklog(scene, connection) : {};
  return { ...expiring, ...grown, ...backlog };
}

async function measureBacklog(scene: Scene, connection: Connection): Promise<Figures> {
  say(`${scene.subject.name}: rows in inbox, outbox and trail`);
  await growBacklog(connection, tenMillion);
  await settle(connection);
  return measureBesideFew(scene, 'backlogFew', 'backlogAlone');
}
