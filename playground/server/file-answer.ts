import type { HandedFile } from './stage.js';

/** What a browser may show on the page itself; everything else is only saved. */
const pictures = new Set(['image/png', 'image/jpeg']);

/** A file under its own name and type. Nobody's file is ever opened as a page of ours. */
export function fileAnswer({ bytes, name, mime }: HandedFile): Response {
  const picture = pictures.has(mime);
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type':
        picture || mime.startsWith('application/') ? mime : `${mime.split(';')[0]}; charset=utf-8`,
      'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}
