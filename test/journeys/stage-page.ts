import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { listen, type Listening } from '../../playground/listen.js';
import { pageApp } from '../../playground/server/server.js';
import type { PlayedStage } from '../../playground/stage.js';
import { launchBrowser, openPage } from '../support/browser.js';
import { makePageVisitor } from './page-visitor.js';

export const desk = { width: 1440, height: 900 };
export const hand = { width: 390, height: 844 };

/** Before each test of a file a playground, and a page to look at it; `look`: how it is opened where not as usual. */
export function stagePage(start: () => Promise<PlayedStage>, look?: Parameters<typeof openPage>[3]) {
  let browser: Browser;
  let stage: PlayedStage;
  let server: Listening;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await start();
    server = await listen(pageApp(stage));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    await stage.stop();
  });

  const address = (where = ''): string => `${server.url}/${where}`;
  const visit = async (size: typeof desk, where = '') => {
    const { page, faults } = await openPage(browser, address(where), size, look);
    return { page, faults, visitor: makePageVisitor(page) };
  };

  return { stage: () => stage, address, visit };
}
