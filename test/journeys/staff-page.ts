import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { listen, type Listening } from '../../playground/listen.js';
import { pageApp } from '../../playground/server/server.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { launchBrowser, openPage } from '../support/browser.js';
import { makePageVisitor } from './page-visitor.js';
import { sharp } from './pictures.js';

export const desk = { width: 1440, height: 900 };
export const hand = { width: 390, height: 844 };

/** Before each test of a file the playground, with a past and with staff at work, and a page to look at it. */
export function staffPage() {
  let browser: Browser;
  let stage: PlayedStage;
  let server: Listening;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await startStage({ past: true });
    await stage.clockIn();
    server = await listen(pageApp(stage));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    await stage.stop();
  });

  const visit = async (size: typeof desk, where = '') => {
    const { page, faults } = await openPage(browser, `${server.url}/${where}`, size, sharp);
    return { page, faults, visitor: makePageVisitor(page) };
  };

  return { stage: () => stage, visit };
}
