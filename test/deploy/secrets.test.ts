import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { secretSettings } from '../../src/config/known-settings.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** How secrets look that somebody could carry away from here. */
const looks: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  'the token of a bot': /\b\d{8,10}:[\w-]{35}(?![\w-])/g,
  'a key of AWS': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  'a key of Google': /\bAIza[\w-]{35}(?![\w-])/g,
  'a token of GitHub': /\b(?:gh[opsur]_[A-Za-z0-9]{36}|github_pat_\w{40,})/g,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b/g,
  'a token of Slack': /\bxox[abprs]-[\w-]{10,}/g,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/g,
};

/** What looks like one and is none, each with the reason: `file: what is found`. */
const allowed: Readonly<Record<string, string>> = {};

const filesHere = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((name) => name !== '' && !name.endsWith('.png'));

const secretsIn = (text: string): string[] =>
  Object.entries(looks).flatMap(([look, pattern]) =>
    [...text.matchAll(pattern)].map(([found]) => `${look}: ${found}`),
  );

/** Lines of settings that give a secret a value. */
function filledIn(text: string): string[] {
  const secret = secretSettings();
  return [...text.matchAll(/^\s*#?\s*(?:export )?([A-Z][A-Z0-9_]+)=(\S+)/gm)]
    .filter(([, name = '', value = '']) => secret.has(name) && !value.startsWith('sqlite:'))
    .map(([line]) => line.trim());
}

describe('the repository', () => {
  it('holds nobody’s secret', () => {
    expect(filesHere.length).toBeGreaterThan(500);
    const found = filesHere.flatMap((name) =>
      secretsIn(readFileSync(join(root, name), 'utf8')).map((secret) => `${name}: ${secret}`),
    );
    expect(found).toEqual(Object.keys(allowed));
  });

  it('gives no secret setting a value in a file of settings', () => {
    const settings = filesHere.filter((name) => /(^|\/)[^/]*\.(env|service|ya?ml)[^/]*$|\.env/.test(name));
    expect(settings).toEqual(expect.arrayContaining(['.env.example', 'deploy/compose.yaml']));
    const filled = settings.flatMap((name) => filledIn(readFileSync(join(root, name), 'utf8')));
    expect(filled).toEqual([]);
  });

  it('would be caught with one: the looks are those of real secrets', () => {
    const likely = [
      ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' '),
      `token=${'1234567890'}:${'aA-_0'.repeat(7)}`,
      `AKIA${'Z7'.repeat(8)}`,
      `AIza${'aA-_0'.repeat(7)}`,
      `ghp_${'a1'.repeat(18)}`,
      `npm_${'a1'.repeat(18)}`,
      `xoxb-${'1'.repeat(12)}`,
      `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.c`,
    ];
    expect(likely.map((text) => secretsIn(text).length)).toEqual(likely.map(() => 1));
    expect(filledIn('#KAVENEGAR_API_KEY=\nKAVENEGAR_API_KEY=abc\n')).toEqual(['KAVENEGAR_API_KEY=abc']);
    expect(secretsIn('12345678:aa 2026-11-30T12:00:00 sha512-abc')).toEqual([]);
  });
});
