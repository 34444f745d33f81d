import { fileURLToPath } from 'node:url';
import type { Locator, LocatorScreenshotOptions, Page } from 'playwright-core';

/** The pictures of the documents are made by the journeys in a browser, when asked with `SAVE_PICTURES=1`. */
const wanted = Boolean(process.env.SAVE_PICTURES);

export const picture = (name: string): LocatorScreenshotOptions => ({
  // What is still fading in is shown as it will stand.
  animations: 'disabled',
  ...(wanted ? { path: fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)) } : {}),
});

/** Pixels of a picture for each of the page: two where letters are to be read from it. */
export const sharp = wanted ? 2 : 1;

/** One thing on the page. */
export async function photograph(thing: Locator, name: string): Promise<void> {
  if (!wanted) return;
  await hideDay(thing.page());
  await thing.screenshot(picture(name));
}

/** The chat alone, as wide as a phone, from this message to the newest. */
export async function photographChat(page: Page, name: string, from: Locator): Promise<void> {
  if (!wanted) return;
  const before = page.viewportSize();
  const tall = { width: 430, height: 1_600 };
  await page.setViewportSize(tall);
  const [first, scroller] = [await from.boundingBox(), await page.locator('#chat .scroller').boundingBox()];
  const above = (first?.y ?? 0) - (scroller?.y ?? 0) - 5;
  await page.setViewportSize({ ...tall, height: Math.ceil(tall.height - above) });
  await hideDay(page);
  await page.locator('#chat').screenshot(picture(name));
  if (before) await page.setViewportSize(before);
}

/** The day would stand on the topmost message. */
const hideDay = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('.day-chip').forEach((chip) => chip.remove())");
