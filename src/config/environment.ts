import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigFault } from './config.js';
import { secretSettings } from './known-settings.js';
import type { Env } from './setting.js';

/**
 * The environment, and under it what `envFile` says, or `.env` in this folder where there is one. `NAME_FILE` names a
 * file that holds the value of the secret NAME, as container secrets do. Throws a `ConfigFault` when a file that was named
 * cannot be read.
 */
export function gatherEnvironment(environment: Env, envFile?: string): Env {
  const all: Env = { ...readEnvFile(envFile), ...environment };
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

function readEnvFile(named?: string): Env {
  const file = named ?? '.env';
  if (!named && !existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigFault([`${file} cannot be read: it should hold the settings, one NAME=value a line`]);
  }
}
