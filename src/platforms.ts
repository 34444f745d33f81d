/**
 * The messengers that a bot may speak through, as settings, addresses and rows name them. What a new one needs (settings,
 * capabilities, words, a part in the playground), the compiler says, and after it the tests.
 */
export const platformNames = ['telegram', 'bale'] as const;

export type PlatformName = (typeof platformNames)[number];
