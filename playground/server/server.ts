import { Hono, type Context } from 'hono';
import type { PlatformName } from '../../src/chats/address.js';
import type { CastMember } from '../cast.js';
import { backstageDeeds, chatDeeds, portalDeeds, setReception, type Deed } from './deeds.js';
import { streamViews } from './events.js';
import { pageFiles } from './page-files.js';
import type { Stage } from './stage.js';
import { messengers } from './view.js';

/** Everything that the page's server answers. */
export function pageApp(stage: Stage): Hono {
  const app = new Hono();

  app.get('/events', (c) => {
    const [member, messenger] = whoAndWhere(stage, c.req.query('role'), c.req.query('messenger'));
    return member && messenger ? streamViews(c, stage, member, messenger) : c.notFound();
  });
  app.post('/chats/:messenger/:role/:deed', (c) => {
    const [member, messenger] = whoAndWhere(stage, c.req.param('role'), c.req.param('messenger'));
    const chat = member && messenger && stage.chat(member.role, messenger);
    return perform(c, chat, deedOf(chatDeeds, c.req.param('deed')));
  });
  app.post('/phones/:number', (c) =>
    perform(c, { phone: stage.phone, number: c.req.param('number') }, setReception),
  );
  app.post('/portal/:deed', (c) => perform(c, stage, deedOf(portalDeeds, c.req.param('deed'))));
  app.post('/backstage/:deed', (c) => perform(c, stage, deedOf(backstageDeeds, c.req.param('deed'))));
  app.get('/files/:messenger/:role/:id', async (c) => {
    const [member, messenger] = whoAndWhere(stage, c.req.param('role'), c.req.param('messenger'));
    const chat = member && messenger && stage.chat(member.role, messenger);
    return (await chat?.file(c.req.param('id'))) ?? c.notFound();
  });
  app.onError((error, c) => c.json({ error: error.message }, 409));
  app.route('/', pageFiles());
  return app;
}

function whoAndWhere(
  { cast }: Stage,
  role: string | undefined,
  messenger: string | undefined,
): [CastMember | undefined, PlatformName | undefined] {
  return [cast.find((member) => member.role === role), messengers.find((name) => name === messenger)];
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
