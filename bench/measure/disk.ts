import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../progress.js';
import { play, type Scene } from '../scene.js';
import { startAtWork } from '../at-work.js';
import { countUnchained, readTableSizes, type TableSizes } from './table-sizes.js';

/** What a recovery leaves in each table, in bytes. */
export interface DiskUse {
  name: string;
  recoveries: number;
  bytes: TableSizes;
}

/** Members who come at once: few, so that a machine with other work to do serves them in time as well. */
const together = 10;

/** Members who go the first-time way, after some who have opened every table's first pages. */
export async function measureDisk(scene: Scene, recoveries: number): Promise<DiskUse> {
  const { subject, town, url } = scene;
  const atWork = await startAtWork(subject, town, url);
  const settled = async (): Promise<TableSizes> => {
    await town.quiet();
    while ((await countUnchained(url)) > 0) await pause(200);
    return readTableSizes(url);
  };
  const wave = async (): Promise<void> => void (await play(scene, together));
  try {
    say(`${subject.name}: disk`);
    for (let warm = 0; warm < 10; warm += 1) await wave();
    const before = await settled();
    for (let done = 0; done < recoveries; done += together) await wave();
    const after = await settled();
    const each = [...after].map(([table, bytes]): [string, number] => [
      table,
      (bytes - (before.get(table) ?? 0)) / recoveries,
    ]);
    return { name: subject.name, recoveries, bytes: new Map(each) };
  } finally {
    await atWork.stop();
  }
}
