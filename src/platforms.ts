/** The messengers that a bot may speak through, as settings, addresses and rows name them. */
export const platformNames = ['telegram', 'bale'] as const;

export type PlatformName = (typeof platformNames)[number];
