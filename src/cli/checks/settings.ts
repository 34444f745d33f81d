import { knownSettings, secretSettings } from '../../config/known-settings.js';
import { nearestName } from '../../config/nearest.js';
import type { Env } from '../../config/setting.js';
import { ok, warning, type CheckResult } from '../finding.js';

/** Which are set, which stand as they are by default, and which are set for nothing. Names only: values may be secrets. */
export function lookAtSettings(env: Env): CheckResult[] {
  const { read, idle } = knownSettings(env);
  const isSet = (name: string): boolean => Boolean(env[name]?.trim());
  const set = read.filter(isSet);
  const unused = idle.filter(isSet);
  const gone = Object.entries(retired).filter(([name]) => isSet(name));
  const strange = strangersIn(env, [...read, ...idle]);
  return [
    ok('settings', `complete: ${set.length} set, ${read.length - set.length} as they are by default`),
    ...gone.map(([name, why]) => warning('settings', `${name} is not read any more: ${why}`, 'take it out')),
    ...lookForProxies(env),
    ...(unused.length > 0
      ? [
          warning(
            'settings',
            `set and not read: ${unused.join(', ')}`,
            'take them out, or name what they belong to in SMS_PROVIDERS, PORTAL, UPDATES or OWNERSHIP',
          ),
        ]
      : []),
    ...(strange.length > 0
      ? [
          warning(
            'settings',
            `not known: ${strange.join(', ')}`,
            'look for the right spelling in docs/settings.md',
          ),
        ]
      : []),
  ];
}

/** Other programs go by these, and whoever sets them may think that this one does. */
function lookForProxies(env: Env): CheckResult[] {
  const isSet = (name: string): boolean => Boolean(env[name] ?? env[name.toLowerCase()]);
  const usual = ['HTTPS_PROXY', 'ALL_PROXY'].filter(isSet);
  if (usual.length === 0 || isSet('TELEGRAM_PROXY')) return [];
  return [
    warning(
      'settings',
      `${usual.join(', ')} is not read`,
      'where it is the way to Telegram, set TELEGRAM_PROXY',
    ),
  ];
}

/** Settings of earlier versions that decide nothing now, and what holds in their place. */
const retired: Readonly<Record<string, string>> = {
  LIST_IDENTITIES_ALONE: 'two persons agree to a list from the first number or national ID on',
};

/** Their first words are no sign of ours: others use them too. */
const common = ['APP', 'DATABASE', 'HOST', 'HTTP', 'LOG', 'NODE', 'PORT', 'REDIS'];

function withMeant(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known);
  return meant ? `${name} (${meant}?)` : name;
}

/** Names that begin like one of ours, or are nearly one, and are none. */
function strangersIn(env: Env, known: readonly string[]): string[] {
  const firstWord = (name: string): string => name.split('_')[0] ?? '';
  const secretFiles = [...secretSettings()].map((name) => `${name}_FILE`);
  const ours = new Set(known.map(firstWord).filter((word) => !common.includes(word)));
  return Object.keys(env)
    .filter((name) => (name.includes('_') && ours.has(firstWord(name))) || nearestName(name, known))
    .filter((name) => !known.includes(name) && !secretFiles.includes(name) && !(name in retired))
    .sort()
    .map((name) => withMeant(name, known));
}
