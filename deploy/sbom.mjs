import { execFileSync } from 'node:child_process';
import console from 'node:console';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';

/** Writes what production is built of into a folder: `sbom.cdx.json` (CycloneDX) and `licences.md`. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'dist/sbom');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

// From the lock file, so that it is the same on every machine: packages for other processors are in it as well.
const command = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const bill = JSON.parse(execFileSync('npm', command, { cwd: root, encoding: 'utf8' }));
// `--omit dev` would leave out as well what production shares with what it is built with, such as debug.
const development = ({ name, value }) => name === 'cdx:npm:package:development' && value === 'true';
bill.components = bill.components.filter(({ properties = [] }) => !properties.some(development));
const kept = new Set([bill.metadata.component, ...bill.components].map((one) => one['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
// npm calls the project by the folder in which it happens to lie.
bill.metadata.component.name = lock.name;

// npm leaves out a licence whose name is not on the list of SPDX, such as “OFL”.
const declared = new Map(
  Object.entries(lock.packages).map(([place, { version, license }]) => [
    `${place.replace(/^.*node_modules\//, '')}@${version}`,
    license,
  ]),
);
for (const one of bill.components) one.licenses ??= [{ license: { name: declared.get(one['bom-ref']) } }];
const licenceOf = ({ licenses }) =>
  licenses.map(({ license, expression }) => expression ?? license.id ?? license.name).join(', ');
const lines = bill.components.map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one)} |`);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
writeFileSync(
  join(folder, 'licences.md'),
  `| package | version | licence |\n| --- | --- | --- |\n${lines.sort().join('\n')}\n`,
);
console.log(`${bill.components.length} packages: ${join(folder, 'sbom.cdx.json')}, licences.md beside it`);
