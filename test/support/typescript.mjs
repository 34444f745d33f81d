import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { URL, fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import typescript from 'typescript';

/** Lets a child process of a test run our TypeScript as it stands: `node --import <this file> script.ts`. */
if (isMainThread) register(import.meta.url);

const options = {
  module: typescript.ModuleKind.ESNext,
  target: typescript.ScriptTarget.ES2023,
  experimentalDecorators: true,
};

export async function resolve(specifier, context, next) {
  const source = /^\.{1,2}\/.*\.js$/.test(specifier)
    ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    : null;
  const ours = source?.protocol === 'file:' && !source.pathname.includes('/node_modules/');
  return next(ours && existsSync(fileURLToPath(source)) ? source.href : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const text = await readFile(fileURLToPath(url), 'utf8');
  const { outputText } = typescript.transpileModule(text, { compilerOptions: options });
  return { format: 'module', source: outputText, shortCircuit: true };
}
