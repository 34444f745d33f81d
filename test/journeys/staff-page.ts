import { startStage } from '../../playground/stage.js';
import { sharp } from './pictures.js';
import { stagePage } from './stage-page.js';

/** Before each test of a file the playground, with a past and with staff at work, and a page to look at it. */
export const staffPage = () =>
  stagePage(async () => {
    const stage = await startStage({ past: true });
    await stage.clockIn();
    return stage;
  }, sharp);
