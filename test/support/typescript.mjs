import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { URL, fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/** Lets a child process run a script of the tests as it stands, over the product as it is built: `node --import <this file> script.ts`. */
if (isMainThread) register(import.meta.url);

const root = new URL('../../', import.meta.url);

export async function resolve(specifier, context, next) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
  const wanted = new URL(specifier, context.parentURL);
  const place = wanted.href.slice(root.href.length);
  if (/^(src|entities|conversations|playground)\//.test(place))
    return next(new URL(`dist/${place}`, root).href, context);
  const script = wanted.href.replace(/\.js$/, '.ts');
  return next(place.startsWith('test/') && existsSync(fileURLToPath(script)) ? script : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { default: typescript } = await import('typescript');
  const text = await readFile(fileURLToPath(url), 'utf8');
  const compilerOptions = {
    module: typescript.ModuleKind.ESNext,
    target: typescript.ScriptTarget.ES2023,
  };
  const { outputText } = typescript.transpileModule(text, { compilerOptions });
  return { format: 'module', source: outputText, shortCircuit: true };
}
