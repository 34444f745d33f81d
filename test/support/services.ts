/** What some suites need from outside, and the setting that names it. */
const services = [
  { service: 'MariaDB', setting: 'TEST_MARIADB' },
  { service: 'Redis', setting: 'TEST_REDIS' },
  { service: 'Chromium', setting: 'TEST_CHROMIUM' },
  { service: 'Kannel', setting: 'TEST_KANNEL' },
  { service: 'promtool', setting: 'TEST_PROMTOOL' },
  { service: 'Node 24', setting: 'TEST_NODE24' },
] as const;

type Setting = (typeof services)[number]['setting'];

/** Where the service is, as found before all suites by `global-setup.ts`; null where there is none. */
const found = (setting: Setting): string | null => process.env[`${setting}_FOUND`] || null;

/** `mysql://…` of a server where databases may be made and dropped. */
export const mariadbUrl = (): string | null => found('TEST_MARIADB');
/** `redis://…` */
export const redisUrl = (): string | null => found('TEST_REDIS');
/** Path of a Chromium. */
export const chromiumPath = (): string | null => found('TEST_CHROMIUM');
/** Folder of Kannel's programs. */
export const kannelFolder = (): string | null => found('TEST_KANNEL');
/** Path of Prometheus' `promtool`. */
export const promtoolPath = (): string | null => found('TEST_PROMTOOL');
/** Path of a Node of the line that is recommended. */
export const node24Path = (): string | null => found('TEST_NODE24');

/** Keeps what was found for all suites of this run. */
export function keepFound(setting: Setting, value: string | null): void {
  process.env[`${setting}_FOUND`] = value ?? '';
}

/** What was looked for and is not here. */
export const missingServices = () => services.filter(({ setting }) => found(setting) === null);
