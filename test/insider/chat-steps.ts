import fc from 'fast-check';
import { BoundChat } from '../../entities/bound-chat.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { person } from '../../playground/cast.js';
import { nobody } from './hands.js';
import { accountsOf, pair, pick, picked, step } from './steps.js';
import { act, victims, type World } from './world.js';

const chatOf = async ({ manager }: World, at: number): Promise<BoundChat | undefined> =>
  picked(await manager.find(BoundChat, { order: { id: 'ASC' } }), at);

const writing = ({ chatKey }: { chatKey: string }) => ({ chatKey, senderId: '1' });

/** Somebody of staff ends a chat's news. */
const ends = step('end chat', fc.record({ ...pair, at: pick }), async (world, { at, ...who }) => {
  const chat = await chatOf(world, at);
  const whose = victims.find((one) => world.ids[one] === chat?.memberId);
  if (!chat || !whose) return nobody;
  const [one, other] = accountsOf(world, who);
  const about = { memberId: chat.memberId, insuredCode: person(whose).insuredCode };
  const name = { platform: 'telegram' as const, mark: '' };
  return act(world, one, { kind: 'end-chat', ...about, bond: chat.id, ...name }, other);
});

const notTheirs = step('not theirs', pick, async (world, at) => {
  const chat = await chatOf(world, at);
  if (chat) await world.reset((heart) => heart.reportNotTheirs(chat.id, writing(chat)));
  return nobody;
});

/** "This was not me", under the news of a recovery. */
const notMe = step('not me', pick, async (world, at) => {
  const chat = await chatOf(world, at);
  const [reset] = await world.manager.find(PasswordReset, { take: 1 });
  if (chat && reset) await world.reset((heart) => heart.reportNotMe(reset.id, writing(chat)));
  return nobody;
});

/** And under the news of another number. */
const notMyChange = step('not my change', pick, async (world, at) => {
  const told = (await world.manager.find(IdentityNotice)).flatMap(({ id, chatKey }) =>
    chatKey === null ? [] : [{ id, chatKey }],
  );
  const notice = picked(told, at);
  if (notice) await world.reset((heart) => heart.reportNotMyChange(notice.id, writing(notice)));
  return nobody;
});

export const chatSteps = [ends, notTheirs, notMe, notMyChange];
