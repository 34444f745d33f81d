import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { PlatformName } from '../../src/platforms.js';
import type { Player } from '../cast.js';
import type { Stage } from './stage.js';
import { viewOf } from './view.js';

/** Changes that come within this time of each other are shown together. */
const togetherMs = 30;

/** Streams a person's view: once at the start, then after every change of it. */
export function streamViews(c: Context, stage: Stage, player: Player, messenger: PlatformName): Response {
  return streamSSE(c, async (stream) => {
    let last = '';
    let wake = (): void => undefined;
    let changed = true;
    const leave = stage.onChange(() => {
      changed = true;
      wake();
    });
    stream.onAbort(() => {
      leave();
      wake();
    });
    while (!stream.aborted) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      await stream.sleep(last === '' ? 0 : togetherMs);
      if (stream.aborted) break;
      changed = false;
      const view = await viewOf(stage, player, messenger);
      const now = JSON.stringify({ ...view, now: undefined, ahead: stage.clock.ahead });
      if (now !== last) await stream.writeSSE({ event: 'view', data: JSON.stringify(view) });
      last = now;
    }
  });
}
