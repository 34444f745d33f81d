import { it } from 'vitest';
import { buttons } from './kinds.js';
import type { Upgraded } from './upgraded.js';

/** What stands under messages in people's chats goes on meaning what it meant. */
export function buttonsWork(upgraded: () => Upgraded): void {
  it.each(buttons)('$action may be pressed by $who, and $hears is the answer', async (button) => {
    const { action, who, hears, locale = 'fa' } = button;
    const person = upgraded().person(who);
    person.pressesOld(action);
    await person.hears(hears, { locale });
  });
}
