import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One import line: what it asks for, and whether only for types. */
export interface ImportLine {
  from: string;
  typesOnly: boolean;
}

export interface SourceFile {
  /** From the top of the project: `src/reset/open.ts`. */
  path: string;
  /** What a programmer sees, comments left out. */
  code: string;
  lines: number;
  imports: ImportLine[];
}

const top = fileURLToPath(new URL('../../', import.meta.url));

/** Every TypeScript file under these folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => sourceFile(`${folder}/${file}`)),
  );
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(join(top, path), 'utf8');
  const code = text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  return { path, code, lines: text.trimEnd().split('\n').length, imports: importLines(code, path) };
}

/** Static imports and exports, imports for their effects, and dynamic ones. */
const importing = /\b(?:import|export)\b(\s+type\b)?(?:[^;'"()]*?\bfrom)?\s*\(?\s*'([^']+)'/g;

const importLines = (code: string, path: string): ImportLine[] =>
  Array.from(code.matchAll(importing), ([, type, specifier = '']) => ({
    from: specifier.startsWith('.') ? join(path, '..', specifier).replace(/\.js$/, '.ts') : specifier,
    typesOnly: type !== undefined,
  }));
