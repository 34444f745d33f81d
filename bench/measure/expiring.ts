import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { startAtWork } from '../at-work.js';
import type { Figures } from '../figures.js';
import { growChallenges } from '../growth/product-rows.js';
import type { Scene } from '../scene.js';
import { trickle } from './words.js';

/** As many challenges as members whom nobody plays run out at once: who writes meanwhile, and how long does it last? */
export async function measureExpiring(
  scene: Scene,
  connection: Connection,
  members: [number, number],
): Promise<Figures> {
  await growChallenges(connection, ...members);
  const atWork = await startAtWork(scene.subject, scene.town, scene.url);
  const start = performance.now();
  const [waits] = await Promise.all([trickle(scene, 5, 100), allAreOver(connection)]);
  const expiringSeconds = (performance.now() - start) / 1_000;
  await atWork.stop();
  return { expiringSeconds, expiringMedian: waits.median, expiringTail: waits.ninetyNine };
}

async function allAreOver(connection: Connection): Promise<void> {
  const left = `SELECT 1 FROM challenges WHERE state = 'open' AND expires_at < UTC_TIMESTAMP(3) LIMIT 1`;
  for (;;) {
    const [rows] = await connection.query<RowDataPacket[]>(left);
    if (rows.length === 0) return;
    await pause(500);
  }
}
