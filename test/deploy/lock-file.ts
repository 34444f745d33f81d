import { read } from '../support/documents.js';

/** A package as `package-lock.json` has it. */
export interface LockedPackage {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

/** Every package of a lock file by its name, the project itself left out. */
export const lockedPackages = (path = 'package-lock.json'): [string, LockedPackage][] => {
  const { packages } = JSON.parse(read(path)) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, one]) => [place.replace(/^.*node_modules\//, ''), one]);
};

interface Manifest {
  scripts?: Record<string, string>;
  [kind: `${string}ependencies`]: Record<string, string> | undefined;
}

export const manifest = (path: string): Manifest => JSON.parse(read(path)) as Manifest;

/** What a `package.json` asks for: each name with its version. */
export const askedFor = (path = 'package.json'): [string, string][] => {
  const { dependencies, devDependencies, optionalDependencies } = manifest(path);
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
};
