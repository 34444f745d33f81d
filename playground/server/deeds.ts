import { z } from 'zod';
import type { PersonChat, Stage } from './stage.js';

/** Something that the page asks for, done to its subject: with what it says of it, or with what was wrong in the asking. */
export type Deed<Subject> = (subject: Subject, asked: unknown) => Promise<Done>;

export type Done = { ok: true; answer: unknown } | { ok: false; fault: string };

/** `shape`: what must be brought along. */
function deed<Subject, Asked>(
  shape: z.ZodType<Asked>,
  act: (subject: Subject, asked: Asked) => unknown,
): Deed<Subject> {
  return async (subject, asked) => {
    const read = shape.safeParse(asked);
    if (!read.success) return { ok: false, fault: z.prettifyError(read.error) };
    return { ok: true, answer: await act(subject, read.data) };
  };
}

const nothing = z.object({});
const text = z.string().min(1).max(20_000);
const minute = 60_000;

/** In one person's chat. */
export const chatDeeds = {
  say: deed(z.object({ text }), (chat: PersonChat, { text }) => chat.say(text)),
  start: deed(nothing, (chat: PersonChat) => chat.startAgain()),
  'deep-link': deed(z.object({ payload: z.string().max(64) }), (chat: PersonChat, { payload }) =>
    chat.follow(payload),
  ),
  press: deed(
    z.object({ label: text, data: z.string().nullable(), messageId: z.number().nullable() }),
    (chat: PersonChat, { label, data, messageId }) =>
      data !== null && messageId !== null ? chat.pressUnder(messageId, data) : chat.press(label),
  ),
  edit: deed(z.object({ messageId: z.number(), text }), (chat: PersonChat, { messageId, text }) =>
    chat.edit(messageId, text),
  ),
  contact: deed(
    z.object({ card: z.enum(['own', 'other', 'forwarded', 'unnamed']) }),
    (chat: PersonChat, { card }) => chat.share(card),
  ),
  odd: deed(
    z.object({ kind: z.enum(['sticker', 'voice', 'photo', 'location', 'poll', 'document']) }),
    (chat: PersonChat, { kind }) => chat.send[kind](),
  ),
  block: deed(nothing, (chat: PersonChat) => chat.block()),
  unblock: deed(nothing, (chat: PersonChat) => chat.unblock()),
};

const reception = z.object({ delaySeconds: z.number().min(0).max(600), down: z.boolean() }).partial();

/** At a phone, by its number. */
export const setReception = deed(
  reception,
  ({ phone, number }: { phone: Stage['phone']; number: string }, { delaySeconds, down }) =>
    phone.setReception(number, {
      ...(delaySeconds === undefined ? {} : { delayMs: delaySeconds * 1000 }),
      ...(down === undefined ? {} : { down }),
    }),
);

const password = z.string().max(200);

/** At the portal's counter. */
export const portalDeeds = {
  'sign-in': deed(z.object({ insuredCode: text, password }), ({ portal }: Stage, { insuredCode, password }) =>
    portal.signIn(insuredCode, password),
  ),
  password: deed(
    z.object({ insuredCode: text, current: password, next: password }),
    ({ portal }: Stage, { insuredCode, current, next }) => portal.changePassword(insuredCode, current, next),
  ),
  away: deed(z.object({ on: z.boolean() }), ({ portal }: Stage, { on }) => portal.setAway(on)),
};

/** Behind the scene. */
export const backstageDeeds = {
  clock: deed(z.object({ minutes: z.number().positive() }), (stage: Stage, { minutes }) =>
    stage.advance(minutes * minute),
  ),
  restart: deed(nothing, (stage: Stage) => stage.restartBot()),
};
