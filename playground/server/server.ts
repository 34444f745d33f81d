import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { backstageDeeds, chatDeeds, portalDeeds, setReception, type Deed } from './deeds.js';
import { streamViews } from './events.js';
import { fileAnswer } from './file-answer.js';
import { pageFiles } from './page-files.js';
import type { HandedFile, PersonChat, Stage } from './stage.js';
import { whoAndWhere } from './who-and-where.js';

/** More than a messenger lets a bot fetch, so that one can see what the bot says to that; and no more. */
const largestUpload = 24 * 1024 * 1024;

/** Everything that the page's server answers. */
export function pageApp(stage: Stage): Hono {
  const app = new Hono();
  chats(app, stage);
  app.get('/events', (c) => {
    const [player, messenger] = whoAndWhere(stage, c.req.query('role'), c.req.query('messenger'));
    return player && messenger ? streamViews(c, stage, player, messenger) : c.notFound();
  });
  app.post('/phones/:number', (c) =>
    perform(c, { phone: stage.phone, number: c.req.param('number') }, setReception),
  );
  app.post('/portal/:deed', (c) => perform(c, stage, deedOf(portalDeeds, c.req.param('deed'))));
  app.post('/backstage/:deed', (c) => perform(c, stage, deedOf(backstageDeeds, c.req.param('deed'))));
  app.get('/samples/:name', async (c) => {
    const sample = await stage.samples.file(c.req.param('name'));
    return sample ? fileAnswer(sample) : c.notFound();
  });
  app.onError((error, c) => c.json({ error: error.message }, 409));
  app.route('/', pageFiles());
  return app;
}

/** What can be done in one person's chat, and the files that lie in it. */
function chats(app: Hono, stage: Stage): void {
  const chatAt = (c: Context): PersonChat | undefined => {
    const [player, messenger] = whoAndWhere(stage, c.req.param('role'), c.req.param('messenger'));
    return player && messenger && stage.chat(player.role, messenger);
  };
  const tooBig = (c: Context) => c.json({ error: 'too big' }, 413);
  app.post(
    '/chats/:messenger/:role/document',
    bodyLimit({ maxSize: largestUpload, onError: tooBig }),
    async (c) => {
      const chat = chatAt(c);
      const name = c.req.query('name') ?? '';
      if (!chat || name === '' || name.length > 255) return c.json({ error: 'no such thing' }, 404);
      chat.hand(await fileIn(c, name));
      return c.json({});
    },
  );
  app.post('/chats/:messenger/:role/:deed', (c) =>
    perform(c, chatAt(c), deedOf(chatDeeds, c.req.param('deed'))),
  );
  app.get('/files/:messenger/:role/:id', (c) => {
    const file = chatAt(c)?.file(c.req.param('id'));
    return file ? fileAnswer(file) : c.notFound();
  });
}

async function fileIn(c: Context, name: string): Promise<HandedFile> {
  const mime = c.req.header('content-type') ?? 'application/octet-stream';
  return { name, mime, bytes: new Uint8Array(await c.req.arrayBuffer()) };
}

const deedOf = <Subject>(deeds: Readonly<Record<string, Deed<Subject>>>, name: string) =>
  Object.hasOwn(deeds, name) ? deeds[name] : undefined;

async function perform<Subject>(
  c: Context,
  subject: Subject | undefined,
  deed: Deed<Subject> | undefined,
): Promise<Response> {
  if (subject === undefined || !deed) return c.json({ error: 'no such thing' }, 404);
  const said: unknown = await c.req.json().catch(() => null);
  const done = await deed(subject, said);
  return done.ok ? c.json(done.answer ?? {}) : c.json({ error: done.fault }, 400);
}
