import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const fontPackage = dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json'));

/** The font and its licence, from where the registry put them. */
const fonts: Readonly<Record<string, string>> = {
  'Vazirmatn.woff2': join(fontPackage, 'fonts/webfonts/Vazirmatn[wght].woff2'),
  'OFL.txt': join(fontPackage, 'OFL.txt'),
};

/** The page as it lies in `playground/page`. It needs nothing from anywhere else, and the browser is told so. */
export function pageFiles(): Hono {
  const page = join(projectFolder(), 'playground', 'page');
  const app = new Hono();
  app.get('/fonts/:name', (c) => serve(fonts[c.req.param('name')]));
  app.get('*', (c) => {
    const path = normalize(decodeURIComponent(c.req.path));
    return serve(path.includes('..') ? undefined : join(page, path === '/' ? 'index.html' : path));
  });
  return app;
}

async function serve(file: string | undefined): Promise<Response> {
  const contentType = file && contentTypes[extname(file)];
  if (!contentType || !existsSync(file)) return new Response('not found', { status: 404 });
  return new Response(new Uint8Array(await readFile(file)), {
    headers: {
      'content-type': contentType,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'; img-src 'self' data:",
    },
  });
}

/** The same from the sources and from `dist`. */
function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'playground', 'page', 'index.html'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('the page of the playground is not here');
  return projectFolder(above);
}
