import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './services.js';

/** Nothing is fetched from outside, nothing is remembered. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath() ?? '', args: flags });

/** How Chromium calls it when a page ends a stream of its own. */
const leftByThePage = 'net::ERR_ABORTED';

/** A page, `scale` pixels for each of its own, and everything that went wrong on it: errors of its scripts and on its console, and what did not load. */
export async function openPage(
  browser: Browser,
  address: string,
  size: { width: number; height: number },
  scale = 1,
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, locale: 'fa-IR' });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== leftByThePage) faults.push(request.url());
  });
  await page.goto(address);
  await page.locator('body[data-ready]').waitFor();
  return { page, faults };
}
