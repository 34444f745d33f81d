/** Where the suites' outside services are, as found by `global-setup.ts`; null where there is none. */
export const mariadbUrl = (): string | null => process.env['TEST_MARIADB_FOUND'] || null;
export const redisUrl = (): string | null => process.env['TEST_REDIS_FOUND'] || null;
export const chromiumPath = (): string | null => process.env['TEST_CHROMIUM_FOUND'] || null;
