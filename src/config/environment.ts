import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigFault } from './config.js';
import { secretSettings } from './known-settings.js';
import type { Env } from './setting.js';

/**
 * The environment, and under it what `.env` in this folder says. `NAME_FILE` names a file that holds the value of the
 * secret NAME, as container secrets do. Throws a `ConfigFault` when such a file cannot be read.
 */
export function gatherEnvironment(environment: Env, dotEnv = '.env'): Env {
  const written = existsSync(dotEnv) ? parseEnv(readFileSync(dotEnv, 'utf8')) : {};
  const all: Env = { ...written, ...environment };
  const secrets = secretSettings();
  const faults: string[] = [];
  const fromFiles = Object.entries(all).flatMap(([name, file]) => {
    const secret = /^(\w+)_FILE$/.exec(name)?.[1];
    if (!secret || !file || !secrets.has(secret)) return [];
    try {
      return [[secret, readFileSync(file, 'utf8').trim()]];
    } catch {
      faults.push(`${name} names a file that cannot be read`);
      return [];
    }
  });
  if (faults.length > 0) throw new ConfigFault(faults);
  return { ...all, ...(Object.fromEntries(fromFiles) as Env) };
}
