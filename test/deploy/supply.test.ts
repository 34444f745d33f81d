import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isThere } from '../support/documents.js';
import { askedFor, lockedPackages, manifest } from './lock-file.js';

/** Packages that may run something while they are installed, each with the reason. */
const mayInstall: Readonly<Record<string, string>> = {};

/** Licences that ask for no more than that their text goes along. */
const licences = ['MIT', 'ISC', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause'];
/** Others, each for one package and a reason. */
const licenceOf: Readonly<Record<string, [licence: string, why: string]>> = {
  vazirmatn: ['OFL', 'a font: it may go along with a program, and is sold alone by nobody'],
};

const locked = [...lockedPackages(), ...lockedPackages('test/node-24/package-lock.json')];
const asked = [...askedFor(), ...askedFor('test/node-24/package.json')];
const production = lockedPackages().filter(([, { dev }]) => !dev);

describe('what the product is built of', () => {
  it('is asked for in one exact version each', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is held to a digest each, and comes from npm’s own registry', () => {
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
    expect(locked.filter(([, { link }]) => link)).toEqual([]);
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere).toEqual([]);
    expect(isThere('.npmrc')).toBe(false);
  });

  it('runs nothing while it is installed, but for what is named', () => {
    const told = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
    expect(told.sort()).toEqual(Object.keys(mayInstall).sort());
  });

  it('says in its own manifests, too, that it runs nothing', () => {
    const here = locked.map(([name]) => name).filter((name) => isThere(`node_modules/${name}/package.json`));
    expect(here.length).toBeGreaterThan(100);
    const runs = here.filter((name) => {
      const { scripts = {} } = manifest(`node_modules/${name}/package.json`);
      // npm compiles wherever this file is, without any script.
      const compiles = isThere(`node_modules/${name}/binding.gyp`);
      return compiles || ['preinstall', 'install', 'postinstall'].some((step) => scripts[step]);
    });
    expect(runs.filter((name) => !(name in mayInstall))).toEqual([]);
  });

  it('may be passed on: every licence in production is one of those that were agreed to', () => {
    expect(production.length).toBeGreaterThan(100);
    const others = production.filter(([, { license = '' }]) => !licences.includes(license));
    expect(others.map(([name, { license }]) => [name, license])).toEqual(
      Object.entries(licenceOf).map(([name, [licence]]) => [name, licence]),
    );
  });
});

describe('npm run sbom', () => {
  it('lists every package of production and nothing else, with its version and its licence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-sbom-'));
    const script = fileURLToPath(new URL('../../deploy/sbom.mjs', import.meta.url));
    expect(manifest('package.json').scripts?.['sbom']).toBe('node deploy/sbom.mjs');
    try {
      execFileSync(process.execPath, [script, folder]);
      const bill = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as Bill;
      expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'ramzyar' } } });
      const wanted = production.map(([name, { version }]) => `${name}@${version}`);
      expect(new Set(bill.components.map((one) => one['bom-ref']))).toEqual(new Set(wanted));
      const list = readFileSync(join(folder, 'licences.md'), 'utf8');
      for (const [name, { version, license }] of production)
        expect(list).toContain(`| ${name} | ${version} | ${license} |`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface Bill {
  components: { 'bom-ref': string }[];
}
