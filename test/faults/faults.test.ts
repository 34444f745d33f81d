import { afterEach, describe, it } from 'vitest';
import { messenger } from './messenger.js';
import { portal } from './portal.js';
import { redis } from './redis.js';
import type { Group } from './row.js';
import { openScene, type Scene } from './scene.js';
import { sms } from './sms.js';

/** Everything outside that can fail a member, and what they may count on: one row a trouble, by the front door. */
const table: readonly Group[] = [sms, portal, messenger, redis];

describe.each(table)('when $trouble', ({ rows }) => {
  const scenes: Scene[] = [];
  afterEach(async () => {
    for (const scene of scenes.splice(0)) await scene.close();
  });

  const open = async (options = {}): Promise<Scene> => {
    const scene = await openScene(options);
    scenes.push(scene);
    return scene;
  };
  for (const { promise, missing = null, play } of rows) it.skipIf(missing)(promise, () => play(open));
});
