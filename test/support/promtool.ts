import { spawnSync } from 'node:child_process';
import { promtoolPath } from './services.js';

/** What `promtool check metrics` finds wrong with a page; empty where it finds nothing. */
export function checkMetrics(page: string): string {
  const { said, status } = promtool(['check', 'metrics'], page);
  return status === 0 ? said : said || `promtool ended with ${status}`;
}

export function promtool(words: readonly string[], input = ''): { said: string; status: number | null } {
  const { status, stdout, stderr } = spawnSync(promtoolPath() ?? '', words, { input, encoding: 'utf8' });
  return { said: `${stdout}${stderr}`.trim(), status };
}
